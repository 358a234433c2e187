# These need tmux, and are skipped without it.
terminal_tests = \
	tests/terminal/clipboard.sh \
	tests/terminal/input.sh \
	tests/terminal/loading.sh \
	tests/terminal/prompt.sh \
	tests/terminal/resize.sh \
	tests/terminal/signals.sh \
	tests/terminal/silent.sh \
	tests/terminal/start.sh \
	tests/terminal/suspend.sh \
	tests/terminal/types.sh
TESTS += $(terminal_tests)
dist_check_SCRIPTS += $(terminal_tests)
dist_check_DATA += tests/terminal/lib.sh
