#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The data may come from standard input; keys then come from the terminal. And when the terminal
# goes away, so does the program.
. "${srcdir:-.}/tests/terminal/lib.sh"

begin 80 24
cp "$srcdir/data/india-russia.csv" data.csv
shell_does "cat data.csv | TERM=xterm-256color $program -"
shows 'India > Russia' '[1 Balance'
press 3
shows '[3 Figures'
press /
type_text 'two'
shows '/two'
press C-c Q
terminal_becomes alternate_on 0
is_restored

# Keys typed ahead are all taken, in their order.
start
tmux_do send-keys -t test 3 j j j j j j j j j G g j j
shows '3 of 70'
press Q
ends 0

# A click selects the line under the pointer.
start
shows '[1 Balance'
send_bytes '\033[<0;22;3M\033[<0;22;3m'
shows '[2 Path'
press Q
ends 0

# The terminal disappears while hangups are ignored.
shell_does "trap '' HUP"
start
shows 'tradescope' 'help'
press / a b
shows '/ab'
pid=$(cat pid)
tmux_do kill-server
until_so 'the program outlives its terminal' is_gone "$pid"
finish
