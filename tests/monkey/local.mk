# Made for ./dev monkey, see run; a check only tests that the monkey finds a known defect.
check_PROGRAMS += tests/monkey/monkey
tests_monkey_monkey_SOURCES = tests/monkey/monkey.c tests/monkey/steps.c tests/monkey/steps.h \
	tests/monkey/trial.c tests/monkey/trial.h tests/monkey/pty.c tests/monkey/pty.h
tests_monkey_monkey_LDADD = src/base/libbase.a
dist_check_SCRIPTS += tests/monkey/run
dist_check_SCRIPTS += tests/monkey/finds.sh
dist_check_DATA += tests/monkey/leaks
TESTS += tests/monkey/finds.sh
