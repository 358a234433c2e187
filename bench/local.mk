# What ./dev bench needs beside the program. The check of the runner builds them; none is
# installed.
check_PROGRAMS += bench/generate bench/measure bench/screen bench/warm
bench_generate_SOURCES = bench/generate.c
bench_measure_SOURCES = bench/measure.c
bench_screen_SOURCES = bench/screen.c bench/terminal.c bench/terminal.h
bench_warm_SOURCES = bench/warm.c
EXTRA_DIST += bench/README bench/run bench/works.sh bench/duckdb.js bench/work.awk \
	bench/medians.awk bench/report.awk bench/goals.awk bench/compare.awk

bench_tests = tests/bench/processors.sh tests/bench/runner.sh
dist_check_SCRIPTS += $(bench_tests)
TESTS += $(bench_tests)
