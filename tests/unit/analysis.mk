# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_CMOCKA
check_PROGRAMS += tests/unit/test_interval
TESTS += tests/unit/test_interval
tests_unit_test_interval_SOURCES = tests/unit/test_interval.c \
	tests/unit/analysis_check.c \
	tests/unit/analysis_check.h
tests_unit_test_interval_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_interval_LDADD = $(ANALYSIS_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_agreement
TESTS += tests/unit/test_agreement
tests_unit_test_agreement_SOURCES = tests/unit/test_agreement.c \
	tests/unit/dataset_builder.c \
	tests/unit/dataset_builder.h
tests_unit_test_agreement_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_agreement_LDADD = $(ANALYSIS_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_observation
TESTS += tests/unit/test_observation
tests_unit_test_observation_SOURCES = tests/unit/test_observation.c \
	tests/unit/dataset_builder.c \
	tests/unit/dataset_builder.h
tests_unit_test_observation_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) \
	-DSHIPPED_DATA='"$(abs_srcdir)/data/"'
tests_unit_test_observation_LDADD = $(ANALYSIS_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_derivation
TESTS += tests/unit/test_derivation
tests_unit_test_derivation_SOURCES = tests/unit/test_derivation.c \
	tests/unit/analysis_fixture.h \
	tests/unit/dataset_builder.c \
	tests/unit/dataset_builder.h \
	tests/unit/analysis_check.c \
	tests/unit/analysis_check.h
tests_unit_test_derivation_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_derivation_LDADD = $(ANALYSIS_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_balance
TESTS += tests/unit/test_balance
tests_unit_test_balance_SOURCES = tests/unit/test_balance.c \
	tests/unit/analysis_fixture.h \
	tests/unit/dataset_builder.c \
	tests/unit/dataset_builder.h \
	tests/unit/analysis_check.c \
	tests/unit/analysis_check.h
tests_unit_test_balance_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_balance_LDADD = $(ANALYSIS_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_path
TESTS += tests/unit/test_path
tests_unit_test_path_SOURCES = tests/unit/test_path.c \
	tests/unit/analysis_fixture.h \
	tests/unit/dataset_builder.c \
	tests/unit/dataset_builder.h \
	tests/unit/analysis_check.c \
	tests/unit/analysis_check.h
tests_unit_test_path_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_path_LDADD = $(ANALYSIS_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_headline
TESTS += tests/unit/test_headline
tests_unit_test_headline_SOURCES = tests/unit/test_headline.c \
	tests/unit/dataset_builder.c \
	tests/unit/dataset_builder.h
tests_unit_test_headline_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_headline_LDADD = $(ANALYSIS_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_analysis
TESTS += tests/unit/test_analysis
tests_unit_test_analysis_SOURCES = tests/unit/test_analysis.c \
	tests/unit/analysis_check.c \
	tests/unit/analysis_check.h
tests_unit_test_analysis_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DSHIPPED_DATA='"$(abs_srcdir)/data/"'
tests_unit_test_analysis_LDADD = $(ANALYSIS_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_verdict
TESTS += tests/unit/test_verdict
tests_unit_test_verdict_SOURCES = tests/unit/test_verdict.c \
	tests/unit/analysis_fixture.h \
	tests/unit/dataset_builder.c \
	tests/unit/dataset_builder.h \
	tests/unit/analysis_check.c \
	tests/unit/analysis_check.h
tests_unit_test_verdict_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_verdict_LDADD = $(ANALYSIS_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_goal
TESTS += tests/unit/test_goal
tests_unit_test_goal_SOURCES = tests/unit/test_goal.c \
	tests/unit/analysis_check.c \
	tests/unit/analysis_check.h
tests_unit_test_goal_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_goal_LDADD = $(ANALYSIS_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_scenario
TESTS += tests/unit/test_scenario
tests_unit_test_scenario_SOURCES = tests/unit/test_scenario.c \
	tests/unit/analysis_fixture.h \
	tests/unit/dataset_builder.c \
	tests/unit/dataset_builder.h \
	tests/unit/analysis_check.c \
	tests/unit/analysis_check.h
tests_unit_test_scenario_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_scenario_LDADD = $(ANALYSIS_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_audit
TESTS += tests/unit/test_audit
tests_unit_test_audit_SOURCES = tests/unit/test_audit.c \
	tests/unit/analysis_fixture.h \
	tests/unit/dataset_builder.c \
	tests/unit/dataset_builder.h \
	tests/unit/analysis_check.c \
	tests/unit/analysis_check.h
tests_unit_test_audit_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_audit_LDADD = $(ANALYSIS_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_partition
TESTS += tests/unit/test_partition
tests_unit_test_partition_SOURCES = tests/unit/test_partition.c \
	tests/unit/statistic_builder.c \
	tests/unit/statistic_builder.h \
	tests/unit/claims.h
tests_unit_test_partition_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DSHIPPED_DATA='"$(abs_srcdir)/data/"'
tests_unit_test_partition_LDADD = $(ANALYSIS_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_series
TESTS += tests/unit/test_series
tests_unit_test_series_SOURCES = tests/unit/test_series.c \
	tests/unit/statistic_builder.c \
	tests/unit/statistic_builder.h \
	tests/unit/claims.h
tests_unit_test_series_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DSHIPPED_DATA='"$(abs_srcdir)/data/"'
tests_unit_test_series_LDADD = $(ANALYSIS_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_breakdown
TESTS += tests/unit/test_breakdown
tests_unit_test_breakdown_SOURCES = tests/unit/test_breakdown.c \
	tests/unit/statistic_builder.c \
	tests/unit/statistic_builder.h \
	tests/unit/claims.h
tests_unit_test_breakdown_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DSHIPPED_DATA='"$(abs_srcdir)/data/"'
tests_unit_test_breakdown_LDADD = $(ANALYSIS_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_mirror
TESTS += tests/unit/test_mirror
tests_unit_test_mirror_SOURCES = tests/unit/test_mirror.c \
	tests/unit/statistic_builder.c \
	tests/unit/statistic_builder.h \
	tests/unit/claims.h
tests_unit_test_mirror_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DSHIPPED_DATA='"$(abs_srcdir)/data/"'
tests_unit_test_mirror_LDADD = $(ANALYSIS_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_statistic
TESTS += tests/unit/test_statistic
tests_unit_test_statistic_SOURCES = tests/unit/test_statistic.c \
	tests/unit/statistic_builder.c \
	tests/unit/statistic_builder.h \
	tests/unit/claims.h
tests_unit_test_statistic_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DSHIPPED_DATA='"$(abs_srcdir)/data/"'
tests_unit_test_statistic_LDADD = $(ANALYSIS_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_statistic_files
TESTS += tests/unit/test_statistic_files
tests_unit_test_statistic_files_SOURCES = tests/unit/test_statistic_files.c
tests_unit_test_statistic_files_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DSHIPPED_DATA='"$(abs_srcdir)/data/"' -DCORPUS='"$(abs_srcdir)/../shared/corpus"'
tests_unit_test_statistic_files_LDADD = $(ANALYSIS_LIBS) $(CMOCKA_LIBS)
endif
