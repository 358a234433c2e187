#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What is typed at a prompt arrives as it was typed.
. "${srcdir:-.}/tests/terminal/lib.sh"

begin 80 24
start
shows 'tradescope' 'help'

# A lone Esc cancels; so do ^C, and ^D on an empty line.
press /
type_text 'first'
shows '/first'
press Escape
terminal_becomes cursor_flag 0
shows_not '/first'
press /
type_text 'second'
shows '/second'
press C-c
terminal_becomes cursor_flag 0
press /
terminal_becomes cursor_flag 1
press C-d
terminal_becomes cursor_flag 0

# Cursor keys are no Esc.
press /
type_text 'acd'
press Left Left
type_text 'b'
shows '/abcd'
press Home
type_text 'x'
shows '/xabcd'
press End BSpace
shows_line '/xabc *[0-9]* matches'
press C-c
terminal_becomes cursor_flag 0

# Characters outside ASCII, typed and in a reverse search.
press /
type_text 'größer'
press Enter
shows 'nothing matches: größer'
press /
press C-r
type_text 'öß'
shows "\`öß': größer"
press C-c
terminal_becomes cursor_flag 0

# Lines that are pasted are one line, which is not run.
tmux_do set-buffer "$(printf 'one\ntwo\nQ\n')"
press /
terminal_becomes cursor_flag 1
tmux_do paste-buffer -p -t test
shows '/one two Q'
press C-c
terminal_becomes cursor_flag 0

# Outside of a prompt a paste is not taken for keys.
tmux_do set-buffer 'QQQ'
tmux_do paste-buffer -p -t test
shows 'pasted text'

# Control characters are signs.
press /
press C-v C-g
shows '/␇'
press C-c
press Q
ends 0

# The history is there in the next session, in a file readable by its owner only.
[ "$(cat "$XDG_STATE_HOME"/tradescope/history-*)" = 'größer' ] || fail "the history is not kept"
[ -z "$(find "$XDG_STATE_HOME/tradescope" -type f ! -perm 600)" ] || fail "others can read it"
start
shows 'tradescope' 'help'
press / Up
shows '/größer'
press C-c Q
ends 0

# The history follows no link out of its directory, and works without a directory.
for file in "$XDG_STATE_HOME"/tradescope/history-*; do
    echo elsewhere >elsewhere
    ln -sf "$PWD/elsewhere" "$file"
done
start
shows 'tradescope' 'help'
press / Up
terminal_becomes cursor_flag 1
shows_not 'elsewhere'
type_text 'three'
press Enter
shows 'match'
press / Up
shows '/three'
press C-c Q
ends 0
[ "$(cat elsewhere)" = elsewhere ] || fail "the history went through a link"
finish
