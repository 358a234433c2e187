#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# ^Z leads to the shell and fg back, from the panes and from a prompt.
. "${srcdir:-.}/tests/terminal/lib.sh"

# The shell is there, with its terminal as it was.
is_at_shell() {
    terminal_becomes alternate_on 0
    is_restored
    shows 'was here before'
}

begin 80 24
start
shows 'tradescope' 'help'
press 3 G
shows '70 of 70'
press C-z
is_at_shell
shell_does fg
shows '70 of 70'
terminal_becomes alternate_on 1
terminal_becomes cursor_flag 0
terminal_becomes mouse_standard_flag 1

# The typed line is still there, also in another window.
press /
type_text 'half a line'
shows '/half a line'
press C-z
is_at_shell
resize 100 30
shell_does fg
shows '/half a line'
terminal_becomes cursor_y 29
type_text ' and more'
shows '/half a line and more'
press C-c
terminal_becomes cursor_flag 0

# Other programs may stop it, too: with SIGTSTP, or with SIGSTOP, which it cannot catch.
for signal in TSTP STOP; do
    kill -s $signal "$(cat pid)"
    until_so "it does not stop" sh -c 'ps -o stat= -p "$(cat pid)" | grep -q T'
    shows 'Stopped'
    type_text fg
    press C-j # the terminal may still be raw, and Enter then no end of a line
    shows '70 of 70'
    press g
    shows '1 of 70'
    press G
    shows '70 of 70'
done
press Q
terminal_becomes alternate_on 0
is_restored
finish
