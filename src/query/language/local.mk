# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += src/query/language/liblanguage.a
src_query_language_liblanguage_a_SOURCES = \
	src/query/language/expression.c src/query/language/expression.h \
	src/query/language/derived_columns.h \
	src/query/language/format.c \
	src/query/language/lexer.c src/query/language/lexer.h \
	src/query/language/semantics.c src/query/language/semantics.h \
	src/query/language/column_names.c src/query/language/column_names.h \
	src/query/language/operands.c \
	src/query/language/parser.c src/query/language/parser.h \
	src/query/language/period_test.c src/query/language/period_test.h \
	src/query/language/quantity.c src/query/language/quantity.h \
	src/query/language/tree.h
