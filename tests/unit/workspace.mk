# SPDX-License-Identifier: GPL-3.0-or-later
# Tests of what the user works with: workspace, quotes, pages, completion, commands, reports.
if HAVE_CMOCKA
check_PROGRAMS += tests/unit/test_workspace
TESTS += tests/unit/test_workspace
tests_unit_test_workspace_SOURCES = tests/unit/test_workspace.c \
	tests/unit/workspace_builder.c \
	tests/unit/workspace_builder.h
tests_unit_test_workspace_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DSHIPPED_DATA='"$(abs_srcdir)/data/"'
tests_unit_test_workspace_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_workspace_sums
TESTS += tests/unit/test_workspace_sums
tests_unit_test_workspace_sums_SOURCES = tests/unit/test_workspace_sums.c \
	tests/unit/workspace_builder.c \
	tests/unit/workspace_builder.h
tests_unit_test_workspace_sums_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DSHIPPED_DATA='"$(abs_srcdir)/data/"'
tests_unit_test_workspace_sums_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_workspace_refining
TESTS += tests/unit/test_workspace_refining
tests_unit_test_workspace_refining_SOURCES = tests/unit/test_workspace_refining.c \
	tests/unit/workspace_builder.c \
	tests/unit/workspace_builder.h
tests_unit_test_workspace_refining_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DSHIPPED_DATA='"$(abs_srcdir)/data/"'
tests_unit_test_workspace_refining_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_many_rows
TESTS += tests/unit/test_many_rows
tests_unit_test_many_rows_SOURCES = tests/unit/test_many_rows.c \
	tests/unit/workspace_builder.c \
	tests/unit/workspace_builder.h
tests_unit_test_many_rows_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DSHIPPED_DATA='"$(abs_srcdir)/data/"'
tests_unit_test_many_rows_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_quote
TESTS += tests/unit/test_quote
tests_unit_test_quote_SOURCES = tests/unit/test_quote.c \
	tests/unit/workspace_builder.c \
	tests/unit/workspace_builder.h
tests_unit_test_quote_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DSHIPPED_DATA='"$(abs_srcdir)/data/"'
tests_unit_test_quote_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_wrapping
TESTS += tests/unit/test_wrapping
tests_unit_test_wrapping_SOURCES = tests/unit/test_wrapping.c
tests_unit_test_wrapping_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_wrapping_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_claim_text
TESTS += tests/unit/test_claim_text
tests_unit_test_claim_text_SOURCES = tests/unit/test_claim_text.c \
	tests/unit/dataset_builder.c \
	tests/unit/dataset_builder.h
tests_unit_test_claim_text_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_claim_text_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_screen
TESTS += tests/unit/test_screen
tests_unit_test_screen_SOURCES = tests/unit/test_screen.c \
	tests/unit/workspace_builder.c \
	tests/unit/workspace_builder.h
tests_unit_test_screen_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DSHIPPED_DATA='"$(abs_srcdir)/data/"'
tests_unit_test_screen_LDADD = $(VIEW_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_completion
TESTS += tests/unit/test_completion
tests_unit_test_completion_SOURCES = tests/unit/test_completion.c \
	tests/unit/workspace_builder.c \
	tests/unit/workspace_builder.h
tests_unit_test_completion_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DSHIPPED_DATA='"$(abs_srcdir)/data/"'
tests_unit_test_completion_LDADD = $(COMMAND_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_command
TESTS += tests/unit/test_command
tests_unit_test_command_SOURCES = tests/unit/test_command.c \
	tests/unit/workspace_builder.c \
	tests/unit/workspace_builder.h
tests_unit_test_command_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DSHIPPED_DATA='"$(abs_srcdir)/data/"'
tests_unit_test_command_LDADD = $(COMMAND_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_scenario_store
TESTS += tests/unit/test_scenario_store
tests_unit_test_scenario_store_SOURCES = tests/unit/test_scenario_store.c
tests_unit_test_scenario_store_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_scenario_store_LDADD = $(COMMAND_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_report
TESTS += tests/unit/test_report
tests_unit_test_report_SOURCES = tests/unit/test_report.c \
	tests/unit/workspace_builder.c \
	tests/unit/workspace_builder.h
tests_unit_test_report_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DSHIPPED_DATA='"$(abs_srcdir)/data/"'
tests_unit_test_report_LDADD = $(REPORT_LIBS) $(CMOCKA_LIBS)
endif
