#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Files kept between sessions: two programs at a time lose nothing, other files in their place do no
# harm, and a missing home directory is not created.
. "${srcdir:-.}/tests/cli/lib.sh"

claims >data.csv
state=$scratch/state/tradescope
history=$state/history-command
export XDG_STATE_HOME="$scratch/state"

# enters LINE: a session in which it is entered at the prompt of commands.
enters() {
    printf ':%s\r' "$1" >"keys.$1"
    "$program" --headless=80x24 data.csv <"keys.$1" >/dev/null 2>&1
}

command_line='tradescope --headless, two at once'
for program_number in 1 2 3; do
    for i in 1 2 3 4 5 6 7 8; do
        enters "goal $program_number-$i"
    done &
done
wait
[ "$(sort -u "$history" | wc -l)" -eq 24 ] || wrong "keeps $(wc -l <"$history") of 24 lines"
# shellcheck disable=SC2012  # the mode is asked for
[ "$(ls -l "$history" | cut -c1-10)" = -rw------- ] || wrong "lets others read it"
[ "$(ls -A "$state" | wc -l)" -eq 1 ] || wrong "leaves files: $(ls -A "$state")"

# More than is kept: the end stays, and is written whole again.
awk 'BEGIN { for (i = 1; i <= 120000; i++) printf "goal %d of many lines that are too long\n", i }' >"$history"
[ "$(wc -c <"$history")" -gt 4194304 ] || wrong "the history is too small for this"
enters 'goal last'
tail -n 2 "$history" >.stdout
says_exactly <<'END'
goal 120000 of many lines that are too long
goal last
END
[ "$(wc -l <"$history")" -eq 1000 ] || wrong "keeps $(wc -l <"$history") lines"

rm "$history"
mkfifo "$history" "$state/scenarios"
enters 'goal x'
[ -p "$history" ] || wrong "replaces a named pipe"
printf ':scenarios\r' >keys
run_from keys --headless=80x24 data.csv
exits 0

unset XDG_STATE_HOME
HOME=$scratch/none
export HOME
enters 'goal y'
[ ! -e "$HOME" ] || wrong "makes a home that was missing"

finish
