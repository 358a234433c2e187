noinst_LIBRARIES += src/query/libquery.a
src_query_libquery_a_SOURCES = \
	src/query/evaluate.c src/query/evaluate.h \
	src/query/expression.c src/query/expression.h \
	src/query/lexer.c src/query/lexer.h \
	src/query/parser.c \
	src/query/pattern.c src/query/pattern.h \
	src/query/row_list.c src/query/row_list.h \
	src/query/row_order.c src/query/row_order.h \
	src/query/suggestion.c src/query/suggestion.h
