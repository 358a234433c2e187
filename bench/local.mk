# What ./dev bench needs beside the program. The check of the runner builds them; neither is
# installed.
check_PROGRAMS += bench/generate bench/measure
bench_generate_SOURCES = bench/generate.c
bench_measure_SOURCES = bench/measure.c
EXTRA_DIST += bench/README bench/run bench/duckdb.js bench/work.awk

dist_check_SCRIPTS += tests/bench/runner.sh
TESTS += tests/bench/runner.sh
