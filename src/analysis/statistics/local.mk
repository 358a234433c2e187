# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += src/analysis/statistics/libstatistics.a
src_analysis_statistics_libstatistics_a_SOURCES = \
	src/analysis/statistics/breakdown.c src/analysis/statistics/breakdown.h \
	src/analysis/statistics/period_cover.c src/analysis/statistics/period_cover.h \
	src/analysis/statistics/country_ids.c src/analysis/statistics/country_ids.h \
	src/analysis/statistics/mirror.c src/analysis/statistics/mirror.h \
	src/analysis/statistics/likely_totals.c \
	src/analysis/statistics/omission.h \
	src/analysis/statistics/grouped_parts.c src/analysis/statistics/grouped_parts.h \
	src/analysis/statistics/partition_make.c src/analysis/statistics/partition.h \
	src/analysis/statistics/partition_lines.c src/analysis/statistics/partition_lines.h \
	src/analysis/statistics/partition_rules.c src/analysis/statistics/partition_rules.h \
	src/analysis/statistics/product_indents.c \
	src/analysis/statistics/product_terms.c src/analysis/statistics/product_terms.h \
	src/analysis/statistics/repeated_rows.c \
	src/analysis/statistics/row_selection.c src/analysis/statistics/row_selection.h \
	src/analysis/statistics/series.c src/analysis/statistics/series.h \
	src/analysis/statistics/series_doubts.c \
	src/analysis/statistics/statistic_terms.c src/analysis/statistics/statistic.h \
	src/analysis/statistics/statistic_choice.c \
	src/analysis/statistics/statistic_terms.h \
	src/analysis/statistics/total_words.c src/analysis/statistics/total_words.h \
	src/analysis/statistics/unnamed_rows.c
