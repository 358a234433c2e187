# SPDX-License-Identifier: GPL-3.0-or-later

if FUZZ
noinst_PROGRAMS += tests/fuzz/fuzz_csv
tests_fuzz_fuzz_csv_SOURCES = tests/fuzz/fuzz_csv.c
tests_fuzz_fuzz_csv_CFLAGS = $(AM_CFLAGS) -fsanitize=fuzzer,address,undefined
tests_fuzz_fuzz_csv_LDFLAGS = -fsanitize=fuzzer,address,undefined
tests_fuzz_fuzz_csv_LDADD = $(DATA_LIBS)
endif

if FUZZ
noinst_PROGRAMS += tests/fuzz/fuzz_dataset
tests_fuzz_fuzz_dataset_SOURCES = tests/fuzz/fuzz_dataset.c
tests_fuzz_fuzz_dataset_CFLAGS = $(AM_CFLAGS) -fsanitize=fuzzer,address,undefined
tests_fuzz_fuzz_dataset_LDFLAGS = -fsanitize=fuzzer,address,undefined
tests_fuzz_fuzz_dataset_LDADD = $(DATA_LIBS)
endif

EXTRA_DIST += \
	tests/fuzz/corpus/csv \
	tests/fuzz/corpus/dataset
