if HAVE_CMOCKA
check_PROGRAMS += tests/unit/test_suggestion
TESTS += tests/unit/test_suggestion
tests_unit_test_suggestion_SOURCES = tests/unit/test_suggestion.c
tests_unit_test_suggestion_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_suggestion_LDADD = $(QUERY_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_row_list
TESTS += tests/unit/test_row_list
tests_unit_test_row_list_SOURCES = tests/unit/test_row_list.c
tests_unit_test_row_list_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_row_list_LDADD = $(QUERY_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_pattern
TESTS += tests/unit/test_pattern
tests_unit_test_pattern_SOURCES = tests/unit/test_pattern.c
tests_unit_test_pattern_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_pattern_LDADD = $(QUERY_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_expression
TESTS += tests/unit/test_expression
tests_unit_test_expression_SOURCES = tests/unit/test_expression.c tests/unit/claims.h \
	tests/unit/trade_sample.h tests/unit/random_expression.h
tests_unit_test_expression_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_expression_LDADD = $(QUERY_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_evaluate
TESTS += tests/unit/test_evaluate
tests_unit_test_evaluate_SOURCES = tests/unit/test_evaluate.c tests/unit/claims.h \
	tests/unit/trade_sample.h
tests_unit_test_evaluate_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_evaluate_LDADD = $(QUERY_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_query_rows
TESTS += tests/unit/test_query_rows
tests_unit_test_query_rows_SOURCES = tests/unit/test_query_rows.c tests/unit/claims.h tests/unit/trade_sample.h \
	tests/unit/random_expression.h
tests_unit_test_query_rows_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_query_rows_LDADD = $(QUERY_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_code_set
TESTS += tests/unit/test_code_set
tests_unit_test_code_set_SOURCES = tests/unit/test_code_set.c
tests_unit_test_code_set_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_code_set_LDADD = $(QUERY_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_needle
TESTS += tests/unit/test_needle
tests_unit_test_needle_SOURCES = tests/unit/test_needle.c
tests_unit_test_needle_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_needle_LDADD = $(QUERY_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_row_sum
TESTS += tests/unit/test_row_sum
tests_unit_test_row_sum_SOURCES = tests/unit/test_row_sum.c
tests_unit_test_row_sum_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_row_sum_LDADD = $(QUERY_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_row_order
TESTS += tests/unit/test_row_order
tests_unit_test_row_order_SOURCES = tests/unit/test_row_order.c tests/unit/claims.h \
	tests/unit/random_expression.h
tests_unit_test_row_order_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_row_order_LDADD = $(QUERY_LIBS) $(CMOCKA_LIBS)
endif
