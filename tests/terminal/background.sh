#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The terminal is asked for its background, and its answer chooses the theme whenever it comes:
# between keys, in the middle of a prompt, or never. Keys typed before it are all taken.
. "${srcdir:-.}/tests/terminal/lib.sh"

# shellcheck disable=SC1003  # the escape ends the string
light='\033]11;rgb:ffff/ffff/f0f0\033\\'
dark='\033]11;rgb:1e1e/1e1e/1e1e\007'

begin 100 30
start
shows '[1 Balance'
send_bytes "$light"
type_text ':colors'
press Enter
shows 'export      25 on default'
send_bytes "$dark"
press q
type_text ':colors'
press Enter
shows 'export      75 on default'

# In a prompt, the answer is no text: what was typed before and behind it is one line.
press q
type_text ':col'
shows ':col'
send_bytes "$light"
type_text 'ors'
shows ':colors'
press Enter
shows 'export      25 on default'
press q Q
ends 0

# A theme that was chosen does not depend on it.
mkdir -p config/tradescope
echo 'set theme dark' >config/tradescope/config
start_with XDG_CONFIG_HOME="$scratch/config"
shows '[1 Balance'
send_bytes "$light"
type_text ':colors'
press Enter
shows 'export      75 on default'
press q Q
ends 0

# Typed ahead of the first screen, with the answer among the keys, of which none needs a row.
start
send_bytes "3${light}z:colors\r"
shows 'export      25 on default'
press q
shows '[3 Figures'
shows_not '5 Source 1'
press Q
ends 0

# In pieces, which are no keys, and in one that is no colour.
start_with ESCDELAY=1
shows '[1 Balance'
send_bytes '\033]11;rgb:ff'
send_bytes 'ff/ffff/'
send_bytes 'f0f0\033\\'
type_text ':colors'
press Enter
shows 'export      25 on default'
press q
type_text ':col'
shows ':col'
send_bytes '\033]11;none\033\\'
type_text 'ors'
shows ':colors'
press Enter
shows 'export      25 on default'
press q Q
ends 0

# Without colours nothing is asked.
start_with NO_COLOR=1
shows '[1 Balance'
type_text ':colors'
press Enter
shows 'export      default on default'
press q Q
ends 0
finish
