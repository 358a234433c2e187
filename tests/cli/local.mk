cli_tests = \
	tests/cli/check.sh \
	tests/cli/dgcis.sh \
	tests/cli/export.sh \
	tests/cli/forms.sh \
	tests/cli/headless.sh \
	tests/cli/keys.sh \
	tests/cli/options.sh \
	tests/cli/output.sh \
	tests/cli/print.sh \
	tests/cli/quotes.sh
dist_check_SCRIPTS += $(cli_tests)
dist_check_DATA += tests/cli/lib.sh
TESTS += $(cli_tests)
