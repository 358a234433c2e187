completion_tests = \
	tests/completion/bash.sh \
	tests/completion/fish.sh \
	tests/completion/words.sh \
	tests/completion/zsh.sh
dist_check_SCRIPTS += $(completion_tests)
dist_check_DATA += tests/completion/lib.sh
TESTS += $(completion_tests)
