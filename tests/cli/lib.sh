# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# For tests of the command line. A test runs the program, then checks the result:
#
#     . "$srcdir/tests/cli/lib.sh"
#     run --check no.csv
#     exits 1
#     says 'no.csv: '
#     complains_not
#     finish
#
# A test works in a directory of its own, $scratch, which is removed at its end. Unexpected
# output is shown in full; the test then continues and fails at finish.

: "${srcdir:=.}"
srcdir=$(cd "$srcdir" && pwd) || exit 99
program=${TRADESCOPE:-$PWD/src/tradescope}
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' 0
cd "$scratch" || exit 99
failures=0

# run ARGUMENT...: with nothing on standard input, and no terminal.
run() {
    run_from /dev/null "$@"
}

# run_from FILE ARGUMENT...: with the file on standard input.
run_from() {
    input=$1
    shift
    command_line="tradescope $*"
    status=0
    "$program" "$@" <"$input" >"$scratch/.stdout" 2>"$scratch/.stderr" || status=$?
}

wrong() {
    failures=$((failures + 1))
    printf '%s\n    %s\n' "$command_line" "$*"
    for stream in stdout stderr; do
        [ ! -s "$scratch/.$stream" ] || {
            echo "    its $stream:"
            sed 's/^/      | /' "$scratch/.$stream" | head -n 40
        }
    done
}

exits() {
    [ "$status" -eq "$1" ] || wrong "exits $status, not $1"
}

# says TEXT...: each is somewhere in standard output.
says() {
    for text; do
        grep -qF -e "$text" "$scratch/.stdout" || wrong "does not say: $text"
    done
}

says_not() {
    for text; do
        ! grep -qF -e "$text" "$scratch/.stdout" || wrong "should not say: $text"
    done
}

# says_line PATTERN...: each basic regular expression fits a whole line of standard output.
says_line() {
    for pattern; do
        grep -qx -e "$pattern" "$scratch/.stdout" || wrong "has no line: $pattern"
    done
}

# says_exactly: standard output equals standard input.
says_exactly() {
    cat >"$scratch/.expected"
    cmp -s "$scratch/.expected" "$scratch/.stdout" || {
        wrong "should say:"
        sed 's/^/      | /' "$scratch/.expected"
    }
}

says_lines() {
    lines=$(wc -l <"$scratch/.stdout")
    [ "$lines" -eq "$1" ] || wrong "has $((lines)) lines, not $1"
}

says_nothing() {
    [ ! -s "$scratch/.stdout" ] || wrong "should write nothing to stdout"
}

complains() {
    for text; do
        grep -qF -e "$text" "$scratch/.stderr" || wrong "does not complain: $text"
    done
}

complains_not() {
    [ ! -s "$scratch/.stderr" ] || wrong "should write nothing to stderr"
}

# keeps NAME: standard output as a file for later.
keeps() {
    cp "$scratch/.stdout" "$scratch/$1"
}

finish() {
    [ "$failures" -eq 0 ] || echo "$failures expectations failed"
    exit $((failures > 0))
}

# A small claims file with a header, one figure of each flow, a target and an event: six lines,
# five rows, no problems.
claims() {
    cat <<'END'
id,kind,date,period,reporter,partner,flow,measure,value,unit,qualifier,base,text,quote,source
x,figure,2024-07-05,FY2023-24,India,Russia,export,value,4.26,USD bn,exact,,Exports,"Exports stood at $4.26 billion.",s1
m,figure,2024-07-05,FY2023-24,India,Russia,import,value,61.44,USD bn,exact,,Imports,"Imports stood at $61.44 billion.",s1
t,figure,2024-07-05,FY2023-24,India,Russia,total,value,65.70,USD bn,exact,,Turnover,"In all, $65.70 billion.",s2
g,target,2024-07-08,2030,India,Russia,total,value,100,USD bn,exact,2024-07-08,Target,"They aim at $100 billion by 2030.",s2
e,event,2024-07-08,,India,Russia,,,,,,,Summit,"The two leaders met.",s2
END
}
