# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += src/data/format/libformat.a
src_data_format_libformat_a_SOURCES = \
	src/data/format/format_parser.c src/data/format/format.h \
	src/data/format/format_field.c \
	src/data/format/format_line.c src/data/format/format_line.h \
	src/data/format/format_list.c src/data/format/format_list.h \
	src/data/format/format_mapping.c src/data/format/format_mapping.h \
	src/data/format/format_match.c src/data/format/format_match.h \
	src/data/format/format_parser.h \
	src/data/format/format_sources.c src/data/format/format_sources.h \
	src/data/format/column_map.c src/data/format/column_map.h \
	src/data/format/column_map_parser.h \
	src/data/format/column_roles.c src/data/format/column_roles.h \
	src/data/format/country_roles.c src/data/format/country_roles.h \
	src/data/format/role_finder.c src/data/format/role_finder.h \
	src/data/format/column_survey.c src/data/format/column_survey.h \
	src/data/format/map_offer.c src/data/format/map_offer.h \
	src/data/format/map_statements.c \
	src/data/format/format_words.c src/data/format/format_words.h \
	src/data/format/mapping.c src/data/format/mapping.h \
	src/data/format/period_rule.c src/data/format/period_rule.h \
	src/data/format/product_rule.c src/data/format/product_rule.h \
	src/data/format/detect.c src/data/format/detect.h \
	src/data/format/lookup_table.c src/data/format/lookup_table.h \
	src/data/format/translate.c src/data/format/translate.h \
	src/data/format/translate_country.c \
	src/data/format/translate_flow.c \
	src/data/format/translate_unit.c \
	src/data/format/translate_period.c \
	src/data/format/translate_product.c \
	src/data/format/unit_check.c src/data/format/unit_check.h \
	src/data/format/wish_check.c src/data/format/wish_check.h
