#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# y copies the quote and its citation as one harmless line. tmux stores what a program sends to
# the clipboard of its terminal.
. "${srcdir:-.}/tests/terminal/lib.sh"

hostile=$(printf 'end\033[201~\ntouch ran\r\302\233\342\200\256\007of it')
{
    echo id,kind,date,period,reporter,partner,flow,measure,value,unit,qualifier,base,text,quote,source
    printf '%s\n' "x,figure,2024-07-05,FY2023-24,India,Russia,export,value,4.26,USD bn,exact,,Exports,\"$hostile\",s1"
} >quotes.csv

begin 80 24
tmux_do set-option -g set-clipboard on
start_with -- quotes.csv
shows 'tradescope'
press 3 y
shows 'sent to the clipboard'
tmux_do show-buffer >copied
[ "$(head -c 3 copied)" = '"en' ] || fail "the quote is not in the clipboard: $(od -c copied)"
LC_ALL=C tr -d '\040-\176\200-\377' <copied >raw
[ ! -s raw ] || fail "control characters are in the clipboard: $(od -c copied)"
! LC_ALL=C grep -qF -e "$(printf '\302\233')" -e "$(printf '\342\200\256')" copied ||
    fail "C1 or signs of direction are in the clipboard: $(od -c copied)"
press q
ends 0
finish
