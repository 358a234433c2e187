# Tests of this ring are added here.
if HAVE_CMOCKA
check_PROGRAMS += tests/unit/test_line
TESTS += tests/unit/test_line
tests_unit_test_line_SOURCES = tests/unit/test_line.c
tests_unit_test_line_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_line_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_list
TESTS += tests/unit/test_list
tests_unit_test_list_SOURCES = tests/unit/test_list.c
tests_unit_test_list_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_list_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_layout
TESTS += tests/unit/test_layout
tests_unit_test_layout_SOURCES = tests/unit/test_layout.c
tests_unit_test_layout_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_layout_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_choices
TESTS += tests/unit/test_choices
tests_unit_test_choices_SOURCES = tests/unit/test_choices.c
tests_unit_test_choices_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_choices_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_chart
TESTS += tests/unit/test_chart
tests_unit_test_chart_SOURCES = tests/unit/test_chart.c
tests_unit_test_chart_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_chart_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)
endif
