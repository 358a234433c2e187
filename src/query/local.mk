# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += src/query/libquery.a
src_query_libquery_a_SOURCES = \
	src/query/code_set.c src/query/code_set.h \
	src/query/decide.c src/query/decide.h \
	src/query/evaluate.c src/query/evaluate.h \
	src/query/explain.c \
	src/query/expression.c src/query/expression.h \
	src/query/facts.h \
	src/query/format.c \
	src/query/key_index.c src/query/key_index.h \
	src/query/lexer.c src/query/lexer.h \
	src/query/meaning.c src/query/meaning.h \
	src/query/names.c src/query/names.h \
	src/query/needle.c src/query/needle.h \
	src/query/number_range.c src/query/number_range.h \
	src/query/operands.c \
	src/query/parser.c src/query/parser.h \
	src/query/pattern.c src/query/pattern.h \
	src/query/period_test.c src/query/period_test.h \
	src/query/plan.c src/query/plan.h \
	src/query/quantity.c src/query/quantity.h \
	src/query/remark.c \
	src/query/required.c src/query/required.h \
	src/query/row_keys.c \
	src/query/row_list.c src/query/row_list.h \
	src/query/row_order.c src/query/row_order.h \
	src/query/row_set.c src/query/row_set.h \
	src/query/row_sum.c src/query/row_sum.h \
	src/query/smart_case.c src/query/smart_case.h \
	src/query/suggestion.c src/query/suggestion.h \
	src/query/sum_key.c \
	src/query/tester.c src/query/tester.h \
	src/query/tree.h
