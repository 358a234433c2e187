# SPDX-License-Identifier: GPL-3.0-or-later
differ_tests = tests/differ/differ.sh tests/differ/mutations.sh
dist_check_SCRIPTS += $(differ_tests)
dist_check_DATA += tests/differ/column.awk tests/differ/compare.awk tests/differ/mutate.awk \
	tests/differ/trial.awk
EXTRA_DIST += tests/differ/files
TESTS += $(differ_tests)
