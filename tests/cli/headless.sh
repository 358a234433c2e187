#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# --headless draws one screen of the requested size, after the keys on standard input.
. "${srcdir:-.}/tests/cli/lib.sh"

for size in 80x24 120x34 200x60 40x10; do
    run --headless $size
    exits 0
    complains_not
    [ "$(head -n "${size#*x}" .stdout | wc -l)" -eq "${size#*x}" ] || wrong "has too few lines"
    says tradescope
done
run --headless=80x24
exits 0
keeps form
run --headless 80x24
says_exactly <form

# Too small a window says so instead of drawing.
run --headless 20x5
exits 0

# Keys do something: help is another screen than the first, and names the keys.
printf '?' >keys
run_from keys --headless 80x24
exits 0
! cmp -s form .stdout || wrong "? changes nothing"

# A filter on the command line is one in the header.
run --headless 80x24 -f summit
exits 0
says summit

# The same keys give the same screen.
printf '\t\tjjjG' >keys
run_from keys --headless 120x34
keeps form
run_from keys --headless 120x34
says_exactly <form

run --headless 80x24 --styles
exits 0
run --headless 80x24 --ascii
exits 0
! LC_ALL=C grep -q '[^ -~]' .stdout || wrong "has other than ASCII characters"

# Keys come from standard input, so the data cannot.
run --headless 80x24 -
exits 2
complains --help

finish
