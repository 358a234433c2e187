#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A file of the command line that cannot be read is an error, and no empty screen; others of the
# same command line are shown, and the status tells of it at the end.
. "${srcdir:-.}/tests/terminal/lib.sh"

begin 100 30
cp "$srcdir/data/india-russia.csv" data.csv
start_with -- none.csv
shows 'none.csv: cannot be opened: No such file or directory; check its name'
ends 1
mkdir folder
start_with -- folder
shows 'folder: is a folder'
ends 1

start_with -- none.csv data.csv
shows 'not whole' '$57.18bn' # in front is Balance, or Problems if they were there first
press Q
ends 1
shows 'none.csv: cannot be opened'
finish
