# SPDX-License-Identifier: GPL-3.0-or-later
#
# The same programs twice: with libFuzzer (configure --enable-fuzz) to look for something new, and
# with replay.c as tests that try the corpus.
fuzz_programs = \
	tests/fuzz/fuzz_archive \
	tests/fuzz/fuzz_biff \
	tests/fuzz/fuzz_csv \
	tests/fuzz/fuzz_csv_readers \
	tests/fuzz/fuzz_dataset \
	tests/fuzz/fuzz_export \
	tests/fuzz/fuzz_files \
	tests/fuzz/fuzz_format \
	tests/fuzz/fuzz_keyboard \
	tests/fuzz/fuzz_map \
	tests/fuzz/fuzz_page \
	tests/fuzz/fuzz_query \
	tests/fuzz/fuzz_quote \
	tests/fuzz/fuzz_source \
	tests/fuzz/fuzz_state \
	tests/fuzz/fuzz_workbook
EXTRA_DIST += tests/fuzz/corpus tests/fuzz/replay.c

if FUZZ
fuzz_flags = -fsanitize=fuzzer,address,undefined
fuzz_main =
noinst_PROGRAMS += $(fuzz_programs)
else
fuzz_flags =
fuzz_main = tests/fuzz/replay.c
check_PROGRAMS += $(fuzz_programs)
TESTS += $(fuzz_programs)
endif

tests_fuzz_fuzz_csv_SOURCES = tests/fuzz/fuzz_csv.c $(fuzz_main)
tests_fuzz_fuzz_csv_LDFLAGS = $(fuzz_flags)
tests_fuzz_fuzz_csv_LDADD = $(DATA_LIBS)

tests_fuzz_fuzz_csv_readers_SOURCES = tests/fuzz/fuzz_csv_readers.c tests/unit/csv_readers.h \
	$(fuzz_main)
tests_fuzz_fuzz_csv_readers_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/unit
tests_fuzz_fuzz_csv_readers_LDFLAGS = $(fuzz_flags)
tests_fuzz_fuzz_csv_readers_LDADD = $(DATA_LIBS)

tests_fuzz_fuzz_dataset_SOURCES = tests/fuzz/fuzz_dataset.c $(fuzz_main)
tests_fuzz_fuzz_dataset_LDFLAGS = $(fuzz_flags)
tests_fuzz_fuzz_dataset_LDADD = $(DATA_LIBS)

tests_fuzz_fuzz_query_SOURCES = tests/fuzz/fuzz_query.c tests/unit/claims.h \
	tests/unit/trade_sample.h $(fuzz_main)
tests_fuzz_fuzz_query_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/unit
tests_fuzz_fuzz_query_LDFLAGS = $(fuzz_flags)
tests_fuzz_fuzz_query_LDADD = $(QUERY_LIBS)

tests_fuzz_fuzz_format_SOURCES = tests/fuzz/fuzz_format.c $(fuzz_main)
tests_fuzz_fuzz_format_LDFLAGS = $(fuzz_flags)
tests_fuzz_fuzz_format_LDADD = $(DATA_LIBS)
tests_fuzz_fuzz_map_SOURCES = tests/fuzz/fuzz_map.c $(fuzz_main)
tests_fuzz_fuzz_map_LDFLAGS = $(fuzz_flags)
tests_fuzz_fuzz_map_LDADD = $(DATA_LIBS)
tests_fuzz_fuzz_source_SOURCES = tests/fuzz/fuzz_source.c $(fuzz_main)
tests_fuzz_fuzz_source_LDFLAGS = $(fuzz_flags)
tests_fuzz_fuzz_source_LDADD = $(DATA_LIBS)

tests_fuzz_fuzz_biff_SOURCES = tests/fuzz/fuzz_biff.c $(fuzz_main)
tests_fuzz_fuzz_biff_LDFLAGS = $(fuzz_flags)
tests_fuzz_fuzz_biff_LDADD = $(DATA_LIBS)
tests_fuzz_fuzz_page_SOURCES = tests/fuzz/fuzz_page.c $(fuzz_main)
tests_fuzz_fuzz_page_LDFLAGS = $(fuzz_flags)
tests_fuzz_fuzz_page_LDADD = $(DATA_LIBS)
tests_fuzz_fuzz_quote_SOURCES = tests/fuzz/fuzz_quote.c $(fuzz_main)
tests_fuzz_fuzz_quote_LDFLAGS = $(fuzz_flags)
tests_fuzz_fuzz_quote_LDADD = $(EVIDENCE_LIBS)
tests_fuzz_fuzz_workbook_SOURCES = tests/fuzz/fuzz_workbook.c $(fuzz_main)
tests_fuzz_fuzz_workbook_LDFLAGS = $(fuzz_flags)
tests_fuzz_fuzz_workbook_LDADD = $(DATA_LIBS)

# Inputs that go through files, and so take longer: in a check fewer of them are tried.
fuzz_scratch = tests/fuzz/scratch.c tests/fuzz/scratch.h
fuzz_few = $(AM_CPPFLAGS) -DPREFIXES=12 -DDAMAGED_COPIES=40

tests_fuzz_fuzz_archive_SOURCES = tests/fuzz/fuzz_archive.c $(fuzz_scratch) $(fuzz_main)
tests_fuzz_fuzz_archive_LDFLAGS = $(fuzz_flags)
tests_fuzz_fuzz_archive_LDADD = $(DATA_LIBS)

tests_fuzz_fuzz_export_SOURCES = tests/fuzz/fuzz_export.c $(fuzz_scratch) $(fuzz_main)
tests_fuzz_fuzz_export_CPPFLAGS = $(fuzz_few)
tests_fuzz_fuzz_export_LDFLAGS = $(fuzz_flags)
tests_fuzz_fuzz_export_LDADD = $(REPORT_LIBS)

tests_fuzz_fuzz_files_SOURCES = tests/fuzz/fuzz_files.c $(fuzz_scratch) $(fuzz_main)
tests_fuzz_fuzz_files_CPPFLAGS = $(fuzz_few)
tests_fuzz_fuzz_files_LDFLAGS = $(fuzz_flags)
tests_fuzz_fuzz_files_LDADD = $(REPORT_LIBS)

tests_fuzz_fuzz_keyboard_SOURCES = tests/fuzz/fuzz_keyboard.c $(fuzz_scratch) $(fuzz_main)
tests_fuzz_fuzz_keyboard_CPPFLAGS = $(fuzz_few)
tests_fuzz_fuzz_keyboard_LDFLAGS = $(fuzz_flags)
tests_fuzz_fuzz_keyboard_LDADD = $(UI_LIBS)

tests_fuzz_fuzz_state_SOURCES = tests/fuzz/fuzz_state.c $(fuzz_scratch) $(fuzz_main)
tests_fuzz_fuzz_state_CPPFLAGS = $(fuzz_few)
tests_fuzz_fuzz_state_LDFLAGS = $(fuzz_flags)
tests_fuzz_fuzz_state_LDADD = $(UI_LIBS)
