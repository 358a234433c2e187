# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += src/query/evaluate/libevaluate.a
src_query_evaluate_libevaluate_a_SOURCES = \
	src/query/evaluate/code_set.c src/query/evaluate/code_set.h \
	src/query/evaluate/row_filter.c src/query/evaluate/row_filter.h \
	src/query/evaluate/evaluate.c src/query/evaluate/evaluate.h \
	src/query/evaluate/explain.c \
	src/query/evaluate/plan.c src/query/evaluate/plan.h \
	src/query/evaluate/text_matcher.c src/query/evaluate/text_matcher.h
