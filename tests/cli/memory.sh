#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What was shown at the end is offered when the file is opened again, and nothing is applied before
# the key is pressed. Each file has its own; two programs at a time lose nothing; it can be switched
# off.
. "${srcdir:-.}/tests/cli/lib.sh"

export XDG_STATE_HOME="$scratch/state" XDG_CONFIG_HOME="$scratch/config"
kept=$XDG_STATE_HOME/tradescope/sessions
claims >data.csv
claims >other.csv
for i in 1 2 3 4 5 6 7 8; do claims >"$i.csv"; done

# session FILE KEYS
session() {
    printf '%b' "$2" >keys
    run_from keys --headless=120x30 "$1"
    exits 0
}

session data.csv ''
says_not 'last time'
session data.csv '3q'
[ ! -e "$kept" ] || wrong 'keeps a session in which nothing was chosen'
session data.csv ':filter flow:import\r:sort value\r:sort value\r3'
session data.csv ''
says 'last time: flow:import, sorted by value, in figures; ` to go back to it' 'filter: none'
session other.csv ''
says_not 'last time'
session data.csv '`'
says 'as last time: flow:import, sorted by value, in figures; u goes back' 'filter: flow:import' '[3 Figures'
session data.csv '`u'
says 'filter: none' 'undone: filter flow:import, sort downwards by value'

# Going back twice is going back once, and replaces what was chosen meanwhile; u returns to that.
session data.csv '``'
says 'filter: flow:import' 'as last time: flow:import, sorted'
session data.csv ':filter kind:event\r`'
says 'filter: flow:import' 'as last time: flow:import, sorted'
says_not 'kind:event'
session data.csv ':filter flow:import\r:sort value\r:sort value\r3'
session data.csv ':filter kind:event\r`u'
says 'filter: kind:event'
session data.csv ':filter flow:import\r:sort value\r:sort value\r3'

# The same filter twice is kept once.
session data.csv ':filter flow:import\r:filter flow:import\r:sort value\r:sort value\r3'
session data.csv ''
says 'last time: flow:import, sorted by value, in figures'

# A session in which nothing was chosen keeps what is known; by the same file in another way.
mkdir folder
ln -s ../data.csv folder/link.csv
session ./folder/../folder/link.csv ''
says 'last time: flow:import'
session data.csv ':filter flow:export\r'
session data.csv ''
says 'last time: flow:export, in '
[ "$(grep -c 'data.csv' "$kept")" -eq 1 ] || wrong 'keeps two sessions of a file'
# shellcheck disable=SC2012  # the mode is asked for
[ "$(ls -l "$kept" | cut -c1-10)" = -rw------- ] || wrong 'lets others read it'

# What is chosen by options already is not offered.
run_from /dev/null --headless=120x30 -f flow:export data.csv
says_not 'last time'

# Only choices are run, and what is wrong is told.
path=$(cd "$scratch" && pwd -P)
printf '%s/other.csv\twrite! %s/stolen.csv\tfilter nocolumn:x\tpane figures\n' "$path" "$scratch" >>"$kept"
session other.csv '`'
says 'filter nocolumn:x: '
[ ! -e "$scratch/stolen.csv" ] || wrong 'runs a command that is no choice'
printf '%s/other.csv\t\033[31mfilter x\n' "$path" >"$kept"
session other.csv ''
says_not "$(printf '\033')"

# Switched off, nothing is kept and nothing offered.
mkdir -p "$scratch/config/tradescope"
echo 'set remember off' >"$scratch/config/tradescope/config"
rm "$kept"
session data.csv ':filter flow:export\r'
[ ! -e "$kept" ] || wrong 'keeps a session although it is switched off'
rm "$scratch/config/tradescope/config"
session data.csv ':set remember off\r:filter flow:export\r'
[ ! -e "$kept" ] || wrong 'keeps a session that was switched off'

# Several at a time lose nothing of each other.
printf ':filter flow:export\r' >keys
for i in 1 2 3 4 5 6 7 8; do
    "$program" --headless=80x24 "$i.csv" <keys >/dev/null 2>&1 &
done
wait
[ "$(wc -l <"$kept")" -eq 8 ] || wrong "keeps $(wc -l <"$kept") of 8 sessions"

# Other things in its place do no harm.
rm "$kept"
mkfifo "$kept"
session data.csv ':filter flow:export\r'
says 'filter: flow:export'
[ -p "$kept" ] || wrong 'replaces a named pipe'
run --print=figures data.csv
exits 0
finish
