#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# However the program ends, the terminal is restored, and the status
# shows the signal.
. "${srcdir:-.}/tests/terminal/lib.sh"

# A sanitizer would catch the crashes first, and say so.
ASAN_OPTIONS=handle_segv=0:handle_abort=0:handle_sigbus=0:handle_sigfpe=0:handle_sigill=0
UBSAN_OPTIONS=$ASAN_OPTIONS
TSAN_OPTIONS=$ASAN_OPTIONS:halt_on_error=1
export ASAN_OPTIONS UBSAN_OPTIONS TSAN_OPTIONS

# dies SIGNAL STATUS [KEY]...: in the state that the keys lead to.
dies() {
    signal=$1 expected=$2
    shift 2
    start
    shows 'tradescope' 'help'
    press "$@"
    [ $# -eq 0 ] || terminal_becomes cursor_flag 1
    kill -s "$signal" "$(cat pid)"
    ends "$expected"
    shell_does 'clear; echo was here before'
    shows_line 'was here before'
}

begin 80 24
shell_does 'ulimit -c 0'
dies TERM 143
dies HUP 129
dies INT 130
dies SEGV 139
dies ABRT 134
dies BUS 135
dies FPE 136
dies ILL 132
dies TERM 143 / a b c
dies SEGV 139 / a b c

# While a file is being loaded: a pipe that we hold has no end.
mkfifo pipe || exit 99
awk 'BEGIN { print "kind,date,text"; for (i = 1; i < 99999; i++) print "event,2024,Text " i }' >data.csv
for signal in 'TERM 143' 'HUP 129' 'SEGV 139'; do
    exec 9<>pipe
    cat data.csv >&9 &
    writer=$!
    start_with -- pipe
    shows 'partial'
    # Others may tell it often that the window has changed, which it has or has not.
    for columns in 100 40 81 1 79 120 80; do
        kill -s WINCH "$(cat pid)"
        resize $columns 24
        kill -s WINCH "$(cat pid)"
    done
    shows 'partial'
    press C-z
    terminal_becomes alternate_on 0
    shows 'Stopped'
    shell_does fg
    shows 'partial'
    kill -s "${signal% *}" "$(cat pid)"
    exits "${signal#* }"
    is_restored
    kill $writer 2>/dev/null
    wait $writer 2>/dev/null
    exec 9<&-
    shell_does 'clear; echo was here before'
    shows_line 'was here before'
done
finish
