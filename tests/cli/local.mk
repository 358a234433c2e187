cli_tests = \
	tests/cli/check.sh tests/cli/citations.sh tests/cli/columns.sh tests/cli/dialects.sh tests/cli/encodings.sh tests/cli/readings.sh \
	tests/cli/config.sh \
	tests/cli/dgcis.sh \
	tests/cli/export.sh \
	tests/cli/extremes.sh \
	tests/cli/faults.sh \
	tests/cli/formats.sh \
	tests/cli/offers.sh \
	tests/cli/filters.sh \
	tests/cli/forms.sh \
	tests/cli/headless.sh \
	tests/cli/hostile.sh \
	tests/cli/inputs.sh \
	tests/cli/old_workbook.sh \
	tests/cli/page.sh \
	tests/cli/workbook.sh \
	tests/cli/keys.sh \
	tests/cli/locales.sh \
	tests/cli/modes.sh \
	tests/cli/numbers.sh \
	tests/cli/options.sh \
	tests/cli/pages.sh \
	tests/cli/pairs.sh \
	tests/cli/report.sh \
	tests/cli/partial.sh \
	tests/cli/output.sh \
	tests/cli/print.sh \
	tests/cli/quotes.sh \
	tests/cli/statistics.sh \
	tests/cli/state.sh \
	tests/cli/sum.sh \
	tests/cli/unread.sh \
	tests/cli/verify.sh \
	tests/cli/wholes.sh
dist_check_SCRIPTS += $(cli_tests)
dist_check_DATA += tests/cli/lib.sh tests/cli/old_workbook.xls
TESTS += $(cli_tests)

# A library that is preloaded, and of no use to anything else, so without Libtool.
check_PROGRAMS += tests/cli/faults.so
tests_cli_faults_so_SOURCES = tests/cli/faults.c tests/cli/faults_calls.c tests/cli/faults_calls.h
tests_cli_faults_so_CFLAGS = $(WARN_CFLAGS) -Wno-missing-prototypes -fPIC
tests_cli_faults_so_LDFLAGS = -shared
tests_cli_faults_so_LDADD = -ldl
