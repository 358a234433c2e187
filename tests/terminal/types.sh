#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Terminals of several types, with and without colours and UTF-8.
. "${srcdir:-.}/tests/terminal/lib.sh"

begin 80 24
for type in vt100 linux xterm xterm-256color screen screen-256color; do
    infocmp "$type" >/dev/null 2>&1 || continue
    start_with TERM=$type
    shows 'India > Russia' '[1 Balance'
    press 3
    shows '[3 Figures'
    press Down Down Down
    press /
    type_text 'two'
    shows '/two'
    press Escape
    shows_not '/two'
    press Q
    exits 0
    is_restored
    shell_does 'clear; echo was here before'
    shows_line 'was here before'
done

# Colours, and none if they are not wanted. 38;5 begins a colour of 256.
has_color() {
    tmux_do capture-pane -e -p -t test | grep -q '38;5;'
}
start
shows '[1 Balance'
until_so 'there are no colours' has_color
press Q
ends 0
for refusal in 'NO_COLOR=1' 'TERM=vt100' '-- --color=never'; do
    # shellcheck disable=SC2086  # one word an argument
    start_with $refusal
    shows '[1 Balance'
    ! has_color || fail "$refusal: there are colours"
    press Q
    exits 0
    shell_does 'clear; echo was here before'
    shows_line 'was here before'
done
start_with NO_COLOR=1 -- --color=always
shows '[1 Balance'
until_so 'there are no colours' has_color
press Q
ends 0

# Only ASCII if the locale has no more.
start_with LC_ALL=C
shows '[1 Balance'
! screen | LC_ALL=C grep -q '[^ -~]' || fail 'LC_ALL=C: there is more than ASCII'
press Q
ends 0

# Unsuitable terminals are refused, with a remedy.
for type in dumb no-such-terminal ''; do
    start_with "TERM=$type"
    exits 1
    shows 'tradescope: ' 'use --print'
    shell_does 'clear; echo was here before'
    shows_line 'was here before'
    is_restored
done
finish
