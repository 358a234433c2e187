#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The window may change at any moment: nothing typed and nothing selected is lost.
. "${srcdir:-.}/tests/terminal/lib.sh"

# has_bottom ROWS TEXT: the last row is there, with the text, or from 30 rows on, where there are two
# lines of keys, the one before. No two sizes have as many rows.
# shellcheck disable=SC2317  # until_so calls it
has_bottom() {
    screen | sed -n "$(($1 < 30 ? $1 : $1 - 1)),$1p" | grep -qF -e "$2"
}

# becomes COLUMNS ROWS [TEXT]: the last row has the text.
becomes() {
    resize "$1" "$2"
    until_so "the screen never becomes $1x$2" has_bottom "$2" "${3-help}"
}

begin 80 24
start
shows 'tradescope' '[1 Balance'

# Each pane, zoomed and not, and the pages over them.
for key in 1 2 3 4 5 z z '?'; do
    press "$key"
    becomes 100 30
    becomes 120 34
    becomes 80 24
done
press q

# The selection stays.
press 3 G
shows '70 of 70'
becomes 120 34
shows '70 of 70'
becomes 80 24
shows '70 of 70'

# A window too small for anything says so, and the panes come back.
resize 20 5
shows_not 'tradescope'
resize 1 1
resize 39 9
shows 'too small'
becomes 80 24
shows '[3 Figures' '70 of 70'

# A half-typed line stays, in any size, with the cursor behind it.
for prompt in / '&' f :; do
    press "$prompt"
    type_text 'half a line'
    shows 'half a line'
    becomes 100 30 'half a line'
    terminal_becomes cursor_y 29
    becomes 25 5 'half a line'
    terminal_becomes cursor_y 4
    becomes 80 24 'half a line'
    type_text ' and more'
    shows 'half a line and more'
    press C-c
    shows_not 'half a line'
done

# A list of candidates is redrawn.
press f
press Tab Tab
shows 'reporter:' 'quote:'
becomes 120 34 'filter: '
shows 'reporter:' 'quote:'
type_text 'flow:'
shows_not 'reporter:'
press C-c
press Q
ends 0
finish
