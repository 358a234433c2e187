#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Starting and quitting leave the terminal as it was.
. "${srcdir:-.}/tests/terminal/lib.sh"

begin 80 24
start
shows 'tradescope' 'India > Russia' 'help'
shows_not 'was here before'
terminal_becomes alternate_on 1
terminal_becomes cursor_flag 0
terminal_becomes mouse_standard_flag 1
press 3
shows '[3 Figures'
press Q
ends 0

# q closes what is open, and quits at the last.
start
shows 'tradescope'
press '?'
shows 'Help'
press q
shows '[1 Balance'
press q
ends 0

# The mouse can be left to the terminal.
start_with -- --no-mouse
shows 'tradescope'
terminal_becomes mouse_any_flag 0
press Q
ends 0

# The prompt shows the cursor, and leaves the mouse to the terminal.
start
shows 'tradescope'
press /
terminal_becomes cursor_flag 1
terminal_becomes cursor_y 23
terminal_becomes cursor_x 1
terminal_becomes mouse_any_flag 0
type_text 'two'
terminal_becomes cursor_x 4
press C-c
terminal_becomes cursor_flag 0
terminal_becomes mouse_standard_flag 1
press Q
ends 0
finish
