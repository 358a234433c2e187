dist_check_SCRIPTS += tests/cli/quotes.sh
TESTS += tests/cli/quotes.sh
