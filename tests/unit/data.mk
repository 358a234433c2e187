# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_CMOCKA
check_PROGRAMS += tests/unit/test_country
TESTS += tests/unit/test_country
tests_unit_test_country_SOURCES = tests/unit/test_country.c tests/unit/scratch_file.h
tests_unit_test_country_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_country_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_country_words
TESTS += tests/unit/test_country_words
tests_unit_test_country_words_SOURCES = tests/unit/test_country_words.c tests/unit/corpus.h
tests_unit_test_country_words_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DSHIPPED_DATA='"$(abs_srcdir)/data/"' -DCORPUS='"$(abs_srcdir)/../shared/corpus"'
tests_unit_test_country_words_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_gunzip
TESTS += tests/unit/test_gunzip
tests_unit_test_gunzip_SOURCES = tests/unit/test_gunzip.c
tests_unit_test_gunzip_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_gunzip_LDADD = $(DATA_LIBS) $(ZLIB_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_hs
TESTS += tests/unit/test_hs
tests_unit_test_hs_SOURCES = tests/unit/test_hs.c tests/unit/scratch_file.h
tests_unit_test_hs_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DSHIPPED_DATA='"$(abs_srcdir)/data/"'
tests_unit_test_hs_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_csv
TESTS += tests/unit/test_csv
tests_unit_test_csv_SOURCES = tests/unit/test_csv.c
tests_unit_test_csv_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_csv_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_csv_split
TESTS += tests/unit/test_csv_split
tests_unit_test_csv_split_SOURCES = tests/unit/test_csv_split.c tests/unit/corpus.h tests/unit/csv_readers.h
tests_unit_test_csv_split_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DCORPUS='"$(abs_srcdir)/../shared/corpus"'
tests_unit_test_csv_split_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_csv_table
TESTS += tests/unit/test_csv_table
tests_unit_test_csv_table_SOURCES = tests/unit/test_csv_table.c tests/unit/scratch_file.h
tests_unit_test_csv_table_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_csv_table_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_dataset
TESTS += tests/unit/test_dataset
tests_unit_test_dataset_SOURCES = tests/unit/test_dataset.c tests/unit/dataset_transcript.h
tests_unit_test_dataset_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DSHIPPED_DATA='"$(abs_srcdir)/data/"'
tests_unit_test_dataset_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_mapping
TESTS += tests/unit/test_mapping
tests_unit_test_mapping_SOURCES = tests/unit/test_mapping.c tests/unit/dataset_transcript.h
tests_unit_test_mapping_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_mapping_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_loading
TESTS += tests/unit/test_loading
tests_unit_test_loading_SOURCES = tests/unit/test_loading.c tests/unit/corpus.h \
	tests/unit/dataset_transcript.h
tests_unit_test_loading_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DCORPUS='"$(abs_srcdir)/../shared/corpus"'
tests_unit_test_loading_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_number_survey
TESTS += tests/unit/test_number_survey
tests_unit_test_number_survey_SOURCES = tests/unit/test_number_survey.c
tests_unit_test_number_survey_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_number_survey_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_decimal
TESTS += tests/unit/test_decimal
tests_unit_test_decimal_SOURCES = tests/unit/test_decimal.c
tests_unit_test_decimal_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_decimal_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_id_check
TESTS += tests/unit/test_id_check
tests_unit_test_id_check_SOURCES = tests/unit/test_id_check.c
tests_unit_test_id_check_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_id_check_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_numeral
TESTS += tests/unit/test_numeral
tests_unit_test_numeral_SOURCES = tests/unit/test_numeral.c
tests_unit_test_numeral_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_numeral_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_table
TESTS += tests/unit/test_table
tests_unit_test_table_SOURCES = tests/unit/test_table.c
tests_unit_test_table_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_table_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_input
TESTS += tests/unit/test_input
tests_unit_test_input_SOURCES = tests/unit/test_input.c tests/unit/scratch_file.h
tests_unit_test_input_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_input_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_problem
TESTS += tests/unit/test_problem
tests_unit_test_problem_SOURCES = tests/unit/test_problem.c
tests_unit_test_problem_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_problem_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_word_pattern
TESTS += tests/unit/test_word_pattern
tests_unit_test_word_pattern_SOURCES = tests/unit/test_word_pattern.c
tests_unit_test_word_pattern_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_word_pattern_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_format
TESTS += tests/unit/test_format
tests_unit_test_format_SOURCES = tests/unit/test_format.c
tests_unit_test_format_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DSHIPPED_DATA='"$(abs_srcdir)/data/"'
tests_unit_test_format_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_translate
TESTS += tests/unit/test_translate
tests_unit_test_translate_SOURCES = tests/unit/test_translate.c
tests_unit_test_translate_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_translate_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_members
TESTS += tests/unit/test_members
tests_unit_test_members_SOURCES = tests/unit/test_members.c
tests_unit_test_members_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_members_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_refusal
TESTS += tests/unit/test_refusal
tests_unit_test_refusal_SOURCES = tests/unit/test_refusal.c
tests_unit_test_refusal_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_refusal_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_source
TESTS += tests/unit/test_source
tests_unit_test_source_SOURCES = tests/unit/test_source.c tests/unit/packing.h tests/unit/scratch_file.h
tests_unit_test_source_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_source_LDADD = $(DATA_LIBS) $(ARCHIVE_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_unit
TESTS += tests/unit/test_unit
tests_unit_test_unit_SOURCES = tests/unit/test_unit.c
tests_unit_test_unit_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_unit_LDADD = $(DATA_LIBS) $(CMOCKA_LIBS)
endif
