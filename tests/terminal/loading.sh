#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Official statistics from a pipe: all panes are updated while it is silent, and keep what
# was chosen; at its end nothing is partial. Numbers are thousands of dollars.
. "${srcdir:-.}/tests/terminal/lib.sh"

# row YEAR REPORTER PARTNER PRODUCT VALUE: India is 699, Russia 643, China 156.
row() {
    printf '%s,%s,%s,%s,%s,1\n' "$@" >&9
}

begin 80 24
mkfifo pipe || exit 99
exec 9<>pipe
echo t,i,j,k,v,q >&9
row 2020 699 643 080620 10
row 2021 699 643 080620 20
start_with -- pipe
shows ' Partial: In 2021 India sold $20' '1 Balance US$ thousand partial'
row 2021 699 643 270900 5
shows ' Partial: In 2021 India sold $25' '3 rows '

# The cursor stays on its bar, and on its number, when more come.
press Up
shows '> 2020 '
row 2022 699 643 080620 1000
shows ' 2022 ' '> 2020 ' 'exports $10 thousand'
press G
shows '> exports'
row 2020 699 643 852359 2
shows '> exports $12 thousand'

# A chosen pair stays, although it has no rows yet and a larger one arrives.
press :
type_text 'pair China:Russia'
press Enter
shows 'no exports or imports of China with Russia' 'China > Russia'
row 2019 156 643 270900 7
row 2022 643 699 270900 90000
shows ' Partial: In 2019 China sold $7'
press 8
shows '[8 Rows' 'partial'

# The end.
exec 9<&-
shows '[8 Rows' 'In 2019 China sold $7'
shows_not 'artial'
press u
shows 'Russia > India'
press q
ends 0
finish
