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
[ "$(cat claims.csv baci.csv comtrade.csv | cksum)" = "3537065459 720818" ] ||
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
    says 'claims, 1000 rows' 'baci, 1000 rows' 'comtrade, 1000 rows' 'ratio' 'load' 'results: all equal' \
        'first screen' 'a key when it is loaded' 'goals' 'not measured' 'growth' \
        'memory of an export as CSV'
fi
bench --peers= --data=claims 1000
exits 0
says 'tradescope' 'balance'

# A size for all data sets is kept within what is usual for each, and no size is measured twice.
bench --peers= --data=claims 10 claims:10 claims:20
exits 0
says 'claims, 10 rows' 'claims, 20 rows'
[ "$(grep -c '^claims, 10 rows' .stdout)" -eq 1 ] || wrong 'measures a size twice'

for arguments in 'x' '--runs=0 10' '0' 'claims:x' '--slow=many 10'; do
    # shellcheck disable=SC2086  # one word an argument
    bench $arguments
    exits 2
    complains 'is no number of runs or rows'
done
bench --peers=nobody 10
exits 1
complains 'nobody'
bench --peers= nothing:10
exits 1
complains 'nothing'

# --- the screen: what a program in a terminal shows, and when ---

# screen ARGUMENT...: like run, with what looks at screens.
screen() {
    command_line="screen $*"
    status=0
    "$build/bench/screen" "$@" >"$scratch/.stdout" 2>"$scratch/.stderr" </dev/null || status=$?
}

# Counts the keys in the last row of a screen of 34 rows, which is busy until the third.
cat >counting <<'END_OF_PROGRAM'
#!/bin/sh
stty raw -echo
printf '\033[2J\033[Htop\033[34;1Hbusy, keys: 0'
keys=0
while key=$(dd bs=1 count=1 2>/dev/null) && [ "$key" != Q ]; do
    keys=$((keys + 1))
    [ $keys -lt 3 ] && word=busy || word=done
    printf '\033[34;1H\033[K%s, %s: %d' $word "$key" $keys
done
END_OF_PROGRAM
chmod +x counting
screen --busy=busy --key='x=, x: ' --key='y=, y: ' ./counting
exits 0
complains_not
cut -d ' ' -f 1 .stdout | uniq -c | awk '{ printf "%s %s, ", $1, $2 }' >counts
[ "$(cat counts)" = '1 first, 3 loading, 1 complete, 20 loaded, 1 peak, ' ] ||
    wrong "measures $(cat counts)"
screen --key='j=[1 Balance' "$program"
exits 1
complains 'stands there before the key is pressed' '| ─[1 Balance'
screen sh -c 'echo nothing; exit 3'
exits 1
complains 'no first screen' '| nothing'
screen
exits 2

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
complains 'tradescope failed: broken'

finish
