#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A pipe that sends no data, or too little to detect its kind, blocks neither screen nor keys; what it
# sends later is shown as if it had been there from the start.
. "${srcdir:-.}/tests/terminal/lib.sh"

data=$srcdir/data/india-russia.csv
gzip -c "$data" >packed.gz || exit 77
mkfifo pipe || exit 77

# The line before the first start is out of the window soon.
is_over() {
    exits 0
    is_restored
    shell_does clear
}

begin 80 24

# Nothing was written yet: help, another pane, another size, the prompt.
start_with -- pipe
shows 'waiting for pipe ...' 'no exports or imports yet'
press '?'
shows '[Help'
press q 3
shows 'no figures yet'
resize 100 30
shows_line '.*waiting for pipe \.\.\.; ^C gives it up'
press /
type_text 'petrol'
shows '/petrol'
press C-c
# Half a header, and then the rest.
exec 3>pipe
head -c 20 "$data" >&3
shows 'waiting for pipe ...'
tail -c +21 "$data" >&3
shows 'India > Russia' '[3 Figures'
exec 3>&-
shows '25 figures' 'help'
press Q
is_over
resize 80 24

# Options on the data wait for the rows; errors in them are shown then.
start_with -- --filter=value\\\>10 pipe
shows 'waiting for pipe ...'
exec 3>pipe
cat "$data" >&3
exec 3>&-
shows '10 of 108' 'filter: value>10'
press Q
is_over
start_with -- --filter=nix\\\>10 pipe
shows 'waiting for pipe ...'
exec 3>pipe
cat "$data" >&3
exec 3>&-
shows 'the columns are id, kind'
press j Q
is_over

# Three bytes of a compressed file say nothing. Keys come from the terminal.
shell_does "cat pipe | env TERM=xterm-256color ./launch $program -"
shows 'waiting for standard input ...'
exec 3>pipe
head -c 3 packed.gz >&3
press 4
shows 'no events yet'
tail -c +4 packed.gz >&3
exec 3>&-
shows 'India > Russia' '[4 Events'
press Q
terminal_becomes alternate_on 0

# q quits at once.
start_with -- pipe
shows 'waiting for pipe ...'
press q
is_over

# ^C abandons the awaited file; the others are still read.
start_with -- pipe "$data"
shows 'waiting for pipe ...'
press C-c
shows 'stopped waiting for pipe' 'India > Russia'
press 6
shows 'reading was stopped before it said anything'
press Q
is_over

# A silent pipe after other files does not block them.
start_with -- "$data" pipe packed.gz
shows 'India > Russia' 'waiting for pipe ...  partial; ^C gives it up'
press 3
shows '[3 Figures'
exec 3>pipe
cat "$data" >&3
exec 3>&-
shows ' +2  India > Russia' 'help'
press Q
is_over

# Nor does one that is opened later; its result is reported at the end.
start_with -- "$data"
shows 'India > Russia' 'help'
press :
type_text 'open pipe'
press Enter
shows 'waiting for pipe ...'
press 4
shows '[4 Events'
exec 3>pipe
cat "$data" >&3
exec 3>&-
shows 'opened: pipe, 108 rows'
press :
type_text 'close pipe'
press Enter
shows 'closed: pipe'
press :
type_text 'open pipe'
press Enter
shows 'waiting for pipe ...'
exec 3>pipe
echo id,value >&3
exec 3>&-
shows 'pipe: has a header and no rows'
press Q
is_over
finish
