# SPDX-License-Identifier: GPL-3.0-or-later
#
# A unit test is a program of one source file, tests/unit/test_NOUN.c. All link the same libraries;
# tests/manual/links.sh proves the order of these.
unit_tests = \
	tests/unit/test_agreement \
	tests/unit/test_analysis \
	tests/unit/test_atomic_file \
	tests/unit/test_audit \
	tests/unit/test_balance \
	tests/unit/test_breakdown \
	tests/unit/test_buffer \
	tests/unit/test_chart \
	tests/unit/test_choices \
	tests/unit/test_chunk_queue \
	tests/unit/test_claim_format \
	tests/unit/test_code_set \
	tests/unit/test_column_encoder \
	tests/unit/test_command \
	tests/unit/test_commit \
	tests/unit/test_completion \
	tests/unit/test_country \
	tests/unit/test_country_words \
	tests/unit/test_csv \
	tests/unit/test_csv_split \
	tests/unit/test_csv_table \
	tests/unit/test_dataset \
	tests/unit/test_decimal \
	tests/unit/test_decimal_reader \
	tests/unit/test_derivation \
	tests/unit/test_disputes \
	tests/unit/test_evaluate \
	tests/unit/test_expression \
	tests/unit/test_format \
	tests/unit/test_goal \
	tests/unit/test_gunzip \
	tests/unit/test_head \
	tests/unit/test_headline \
	tests/unit/test_help \
	tests/unit/test_hs \
	tests/unit/test_id_check \
	tests/unit/test_sheet_date \
	tests/unit/test_small_file \
	tests/unit/test_interval \
	tests/unit/test_layout \
	tests/unit/test_line \
	tests/unit/test_list \
	tests/unit/test_loading \
	tests/unit/test_many_rows \
	tests/unit/test_mapping \
	tests/unit/test_archive_members \
	tests/unit/test_memory \
	tests/unit/test_memory_limit \
	tests/unit/test_mirror \
	tests/unit/test_substring \
	tests/unit/test_number_survey \
	tests/unit/test_observation \
	tests/unit/test_parallel \
	tests/unit/test_partition \
	tests/unit/test_path \
	tests/unit/test_pattern \
	tests/unit/test_problem \
	tests/unit/test_product_label \
	tests/unit/test_query_rows \
	tests/unit/test_quote \
	tests/unit/test_quote_check \
	tests/unit/test_file_sniff \
	tests/unit/test_report \
	tests/unit/test_review \
	tests/unit/test_row_list \
	tests/unit/test_row_order \
	tests/unit/test_row_sum \
	tests/unit/test_same_sums \
	tests/unit/test_scenario \
	tests/unit/test_scenario_store \
	tests/unit/test_screen \
	tests/unit/test_series \
	tests/unit/test_sha256 \
	tests/unit/test_sink \
	tests/unit/test_input_source \
	tests/unit/test_statistic \
	tests/unit/test_statistic_files \
	tests/unit/test_suggestion \
	tests/unit/test_table \
	tests/unit/test_text \
	tests/unit/test_themes \
	tests/unit/test_translate \
	tests/unit/test_unit \
	tests/unit/test_verdict \
	tests/unit/test_word_pattern \
	tests/unit/test_workspace \
	tests/unit/test_workspace_refining \
	tests/unit/test_workspace_sums \
	tests/unit/test_wrapping

if HAVE_CMOCKA
check_PROGRAMS += $(unit_tests)
TESTS += $(unit_tests)
check_LIBRARIES += tests/unit/libfixtures.a
endif
LDADD = tests/unit/libfixtures.a $(COMMAND_LIBS) $(ARCHIVE_LIBS) $(CMOCKA_LIBS)
AM_CFLAGS += $(CMOCKA_CFLAGS)
tests_unit_libfixtures_a_SOURCES = \
	tests/unit/analysis_check.c \
	tests/unit/dataset_builder.c \
	tests/unit/statistic_builder.c \
	tests/unit/workspace_builder.c \
	tests/unit/analysis_check.h \
	tests/unit/analysis_fixture.h \
	tests/unit/claims.h \
	tests/unit/corpus.h \
	tests/unit/csv_readers.h \
	tests/unit/dataset_builder.h \
	tests/unit/dataset_transcript.h \
	tests/unit/expression_tree.h \
	tests/unit/load_fixture.h \
	tests/unit/packing.h \
	tests/unit/random_expression.h \
	tests/unit/scratch_file.h \
	tests/unit/statistic_builder.h \
	tests/unit/trade_sample.h \
	tests/unit/workspace_builder.h
tests_unit_test_parallel_LDFLAGS = -Wl,--wrap=pthread_create
