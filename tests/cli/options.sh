#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Options as in GNU programs: --version, --help, and unknown ones.
. "${srcdir:-.}/tests/cli/lib.sh"

# --- version and help ---

version=$(sed -n 's/^AC_INIT(\[tradescope\], \[\(.*\)\])$/\1/p' "$srcdir/configure.ac")
run --version
exits 0
[ "$(head -n 1 .stdout)" = "tradescope $version" ] || wrong "the first line is not 'tradescope $version'"
says 'Copyright (C) ' 'GPL' 'There is NO WARRANTY'
complains_not

run --help
exits 0
says 'Usage: tradescope' '--check' '--print' '--export' '--filter' '--headless' '--styles' \
    '--ascii' '--color' '--no-mouse' '--version' '--help' '--list-commands' '--list-columns'
complains_not
awk 'length($0) > 80 { exit 1 }' .stdout || wrong "a line is wider than 80 columns"
awk '/^  / && length($0) > 29 && substr($0, 28, 2) ~ /[^ ]$/ { exit 1 }' .stdout ||
    wrong "a name runs into its help"

# --- usage errors: status 2, a hint, nothing on standard output ---

refuses() {
    run "$@"
    exits 2
    says_nothing
    complains --help
}
refuses --no-such-option
complains --no-such-option
refuses -Z
refuses --time=3
complains '--time takes no argument'
refuses --ex=csv
complains '--ex may be --export or --explain or --extract; write more of it'
refuses ''
complains 'the name of a file is empty; '
refuses --print=everything
complains everything balance path figures events source problems all
refuses --export=xml
complains xml csv json
refuses --export
refuses --explain=zzz
complains 'there are exports, imports, balance, turnover, coverage ratio, '
[ "$(grep -o 'coverage ratio' .stderr | wc -l)" -eq 1 ] || wrong 'names a number twice'
refuses --color=sometimes
complains sometimes auto always never
refuses --headless
refuses --headless=
refuses --headless=80
refuses --partial=5
refuses --styles --print
refuses --strict --print
refuses --headless=80x
refuses --headless=x24
refuses --headless=80x24x3
refuses --headless=-80x24
refuses --headless=0x0
refuses --headless=99999999999999999999x24
complains 99999999999999999999x24
refuses -f
refuses --filter
refuses --check=yes
refuses - -

# --- the tables that the manual is checked against ---

run --list-commands
exits 0
complains_not
awk -F '\t' 'NF != 4 || $1 !~ /^[a-z][a-z! -]*$/ || $4 == "" { exit 1 }' .stdout ||
    wrong "a line is not NAME, KEYS, ARGUMENT, HELP with tabs between"
says_line "quit	.*" "search	.*"
awk -F '\t' '$1 in seen { exit 1 } { seen[$1] }' .stdout || wrong "a command stands twice"

run --list-columns
exits 0
complains_not
head -n 1 "$srcdir/data/india-russia.csv" | tr ',' '\n' >shipped
cut -f 1 .stdout >listed
# The shipped file has all of them but the scope of a rank.
grep -vx scope listed | cmp -s shipped - || wrong "the columns are not those of the shipped file, in their order"

# --- a file whose name starts with a dash ---

claims >-odd.csv
run --check -- -odd.csv
exits 0
run --check ./-odd.csv
exits 0
complains_not

# Options that a mode has no use for.
run --extract --articles=. article.txt
exits 2
complains '--extract is given its articles by name'
run --test='exports rose 5 % in 2023' --articles=. "$srcdir/data/india-russia.csv"
exits 2
complains '--test reads no article'
run --report --goal=100 "$srcdir/data/india-russia.csv"
exits 2
complains '--report has no answer to a goal; leave --goal out, or use --print=path'

finish
