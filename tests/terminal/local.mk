# These need tmux, and are skipped without it; gone makes a terminal of its own.
terminal_tests = \
	tests/terminal/background.sh tests/terminal/clipboard.sh \
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

check_PROGRAMS += tests/terminal/gone
tests_terminal_gone_SOURCES = tests/terminal/gone.c tests/monkey/pty.c tests/monkey/pty.h
TESTS += tests/terminal/gone

check_PROGRAMS += tests/terminal/faults
tests_terminal_faults_SOURCES = tests/terminal/faults.c tests/monkey/pty.c tests/monkey/pty.h
TESTS += tests/terminal/faults

check_PROGRAMS += tests/terminal/full
tests_terminal_full_SOURCES = tests/terminal/full.c tests/monkey/pty.c tests/monkey/pty.h
TESTS += tests/terminal/full
