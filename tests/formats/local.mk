# SPDX-License-Identifier: GPL-3.0-or-later
#
# Files in the layouts of statistical offices, and what the program understands of them.
check_PROGRAMS += tests/formats/rows
tests_formats_rows_SOURCES = tests/formats/rows.c
tests_formats_rows_LDADD = $(DATA_LIBS)

format_tests = tests/formats/fixtures.sh tests/formats/map.sh tests/formats/roundtrip.sh tests/formats/corpus.sh
dist_check_SCRIPTS += $(format_tests)
dist_check_DATA += tests/formats/lib.sh
TESTS += $(format_tests)
EXTRA_DIST += tests/formats/layouts
