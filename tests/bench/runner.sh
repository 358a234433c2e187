#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The benchmark, on few rows: that it runs, and that it notices when a program finds something else
# than the others. How long anything took is of no account here.
build=$PWD
. "${srcdir:-.}/tests/cli/lib.sh"
generate=$build/bench/generate
runner=$srcdir/bench/run
TRADESCOPE_BUILD=$build TRADESCOPE_BENCH_DIR=$scratch/files TRADESCOPE=$program
export TRADESCOPE_BUILD TRADESCOPE_BENCH_DIR TRADESCOPE

# generate ARGUMENT...: like run, with the generator.
generate() {
    command_line="generate $*"
    status=0
    "$generate" "$@" >"$scratch/.stdout" 2>"$scratch/.stderr" || status=$?
}

# bench ARGUMENT...: like run, with the runner.
bench() {
    command_line="bench/run $*"
    status=0
    "$runner" --runs=1 "$@" >"$scratch/.stdout" 2>"$scratch/.stderr" || status=$?
}

# --- the generator: the same bytes everywhere, and a longer file goes on where a shorter ends ---

for layout in claims baci comtrade; do
    generate "$layout" 1000
    exits 0
    complains_not
    says_lines 1001
    keeps "$layout.csv"
done
command_line='generate, checksums'
[ "$(cat claims.csv baci.csv comtrade.csv | cksum)" = "4213869717 720853" ] ||
    wrong "the files are $(cat claims.csv baci.csv comtrade.csv | cksum)"
generate claims 100
head -n 101 claims.csv | says_exactly
generate claims 0
says_lines 1
for rows in '' -1 1e3 99999999999; do
    generate claims "$rows"
    exits 2
    complains usage
done
generate claim 1
exits 2

# The quotes have about 200 bytes, and a Comtrade row has 47 fields.
command_line='generate, shapes'
awk -F '","' '{ size += length($0) } END { exit !(size / NR > 300 && size / NR < 400) }' claims.csv ||
    wrong "rows of claims are too short or too long"
awk -F ',' 'NF != 47' comtrade.csv | grep -q . && wrong "rows of comtrade have other than 47 fields"
run --check claims.csv
exits 0

# --- the runner: its answers are those of the others; those that are not installed are named ---

peers=
for peer in sqlite3 mawk; do
    ! command -v $peer >/dev/null || peers=$peers${peers:+,}$peer
done
if [ "$peers" ]; then
    bench --peers="$peers" 1000
    exits 0
    says 'claims, 1000 rows' 'baci, 1000 rows' 'comtrade, 1000 rows' 'ratio' 'load' 'results: all equal'
fi
bench --peers= --data=claims 1000
exits 0
says 'tradescope' 'balance'

for arguments in 'x' '--runs=0 10' '0'; do
    # shellcheck disable=SC2086  # one word an argument
    bench $arguments
    exits 2
    complains 'is no number of runs or rows'
done
bench --peers=nobody 10
exits 1
complains 'nobody'

# --- a program that loses a row, and one that fails ---

cat >losing <<END_OF_PROGRAM
#!/bin/sh
case \$* in
*--export*) "$program" "\$@" | sed '\$d' ;;
*) exec "$program" "\$@" ;;
esac
END_OF_PROGRAM
printf '#!/bin/sh\necho broken >&2\nexit 1\n' >failing
chmod +x losing failing
if mawk 'BEGIN { exit 0 }' 2>/dev/null; then
    TRADESCOPE=$scratch/losing
    bench --peers=mawk --data=claims 1000
    exits 1
    complains MISMATCH
    says_not 'all equal'
fi
TRADESCOPE=$scratch/failing
bench --peers= --data=claims 1000
exits 1
complains 'problems with its own format: broken'

finish
