#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What fish completes, as its own `complete -C` tells.
. "${srcdir:-.}/tests/completion/lib.sh"
has_shell fish

press_tab() {
    fish --no-config -c 'source $argv[1]; complete -C $argv[2]' \
        "$srcdir/completion/tradescope.fish" "$1" </dev/null | sed 's/	.*//'
}
check_shell --sum=
after 'tradescope own'
offers own.csv
finish
