manual_tests = \
	tests/manual/circles.sh \
	tests/manual/examples.sh \
	tests/manual/hardening.sh \
	tests/manual/includes.sh \
	tests/manual/language.sh \
	tests/manual/links.sh \
	tests/manual/manual.sh
dist_check_SCRIPTS += $(manual_tests)
TESTS += $(manual_tests)
