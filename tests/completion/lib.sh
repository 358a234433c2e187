# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# For the tests of what the shells complete, beside tests/cli/lib.sh. A test defines press_tab, which
# writes what its shell makes of a line, one candidate a line, to .stdout; then check_shell asks it
# all that must come out in every shell.

. "${srcdir:-.}/tests/cli/lib.sh"

# The shells look for the program by its name.
mkdir bin
printf '#!/bin/sh\nexec "%s" "$@"\n' "$program" >bin/tradescope
chmod +x bin/tradescope
PATH=$PWD/bin:$PATH
export PATH

has_shell() {
    command -v "$1" >/dev/null || {
        echo "no $1: skipped"
        exit 77
    }
}

# after LINE: Tab is pressed behind it.
after() {
    command_line=$1
    : >"$scratch/.stderr"
    press_tab "$1" >"$scratch/.stdout" 2>"$scratch/.stderr"
}

# offers TEXT...: each is a whole candidate.
offers() {
    for text; do
        grep -qxF -e "$text" "$scratch/.stdout" || wrong "does not offer: $text"
    done
}

offers_not() {
    for text; do
        ! grep -qF -e "$text" "$scratch/.stdout" || wrong "offers: $text"
    done
}

make_hostile_file() {
    printf 'a$(touch ran),b`touch ran`,"two\nlines",x\033[31mred,d;touch ran,bidi\342\200\256x\n' >hostile.csv
    printf 'u,v,w,x,y,z\n' >>hostile.csv
}

# Every option of --help, with the = of those that must have an argument.
list_options() {
    "$program" --help | sed -n 's/^  ....\(--[a-z-]*\)\(=*\).*/\1\2/p'
}

# check_shell PREFIX: how the shell writes the value of --sum= among its candidates: "--sum=" or "".
check_shell() {
    list_options >options
    [ "$(wc -l <options)" -gt 20 ] || wrong 'found no options in --help'
    after 'tradescope --'
    while read -r option; do
        offers "$option"
    done <options

    after 'tradescope --print=pa'
    offers "${1:+--print=}path"
    offers_not balance
    after 'tradescope --color '
    offers auto always never
    after 'tradescope --export='
    offers "${1:+--export=}csv" "${1:+--export=}json"
    after 'tradescope --format=baci'
    offers "${1:+--format=}baci"
    after 'tradescope --pair=Sing'
    offers "${1:+--pair=}Singapore:"

    # The columns are those of the file on the line.
    printf 'Year,Goods,Place\n2020,tin,here\n' >own.csv
    after 'tradescope own.csv --sum='
    offers "${1:+--sum=}Goods" "${1:+--sum=}Place"
    offers_not reporter
    after 'tradescope --sum='
    offers "${1:+--sum=}reporter"
    after 'tradescope -f flow:ex'
    grep -q 'export$' .stdout || wrong 'does not offer a value of the column'

    # Names of files are left to the shell; a pipe and a folder are not read.
    mkfifo pipe
    after 'tradescope pipe --sum='
    offers_not Goods reporter
    after 'tradescope . --sum='
    offers_not Goods reporter

    make_hostile_file
    for line in 'tradescope hostile.csv --sum=' "tradescope hostile.csv --sum='" \
        'tradescope $(touch ran) `touch ran` --sum=' 'tradescope "$(touch ran)" --sum=a'; do
        after "$line"
        ! LC_ALL=C grep -q "$(printf '[\001-\010\013-\037]')" .stdout || wrong 'writes control characters'
        offers_not "$(printf '\342\200\256')" lines red
        [ ! -e ran ] || wrong 'ran a command of a column or of the line'
    done
    after 'tradescope hostile.csv --sum='
    grep -q 'touch' .stdout || wrong 'does not offer the columns of the file'
}
