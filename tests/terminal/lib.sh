# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# For tests at a real terminal: the program runs under an interactive shell inside tmux, on a socket
# of the test's own.
#
#     . "${srcdir:-.}/tests/terminal/lib.sh"
#     begin 80 24
#     start
#     shows 'tradescope'
#     press /
#     type_text 'half a line'
#     shows '/half a line'
#     finish
#
# Nothing sleeps for a fixed time: the expected result is checked again and again,
# until it is there or the time is over. Then the test shows the screen and fails.

: "${srcdir:=.}"
srcdir=$(cd "$srcdir" && pwd) || exit 99
program=${TRADESCOPE:-$PWD/src/tradescope}
patience=1200 # looks: a minute

command -v tmux >/dev/null || {
    echo "tmux is not installed"
    exit 77
}
scratch=$(mktemp -d) || exit 99
trap 'tmux_do kill-server 2>/dev/null; rm -rf "$scratch"' 0
cd "$scratch" || exit 99

tmux_do() {
    tmux -S "$scratch/socket" -f /dev/null "$@"
}

# Started by the shell in the terminal: stores the process number, to send signals to it.
cat >launch <<'END'
#!/bin/sh
echo $$ >pid
exec "$@"
END
chmod +x launch

fail() {
    echo "FAILED: $*"
    echo "the screen:"
    tmux_do capture-pane -p -t test | sed 's/^/    | /'
    exit 1
}

# begin COLUMNS ROWS: a terminal with a shell in it, and a line that must survive.
begin() {
    env -u TMUX -u TMUX_PANE ENV= SHELL=/bin/sh \
        tmux -S "$scratch/socket" -f /dev/null new-session -d -s test -x "$1" -y "$2" \
        'exec sh -i' || {
        echo "tmux cannot start"
        exit 77
    }
    tmux_do set-option -g status off
    tmux_do resize-window -t test -x "$1" -y "$2" || {
        echo "this tmux cannot resize its window"
        exit 77
    }
    shell_does "PS1='shell> '"
    shows_line 'shell>'
    shell_does 'stty -g >before; echo was here before'
    shows_line 'was here before'
}

# shell_does COMMAND: types it at the prompt of the shell.
shell_does() {
    tmux_do send-keys -t test -l "$1"
    tmux_do send-keys -t test Enter
}

# Starts the program as a user would.
start() {
    start_with TERM=xterm-256color
}

# start_with [ENVIRONMENT]... [-- ARGUMENT...]
start_with() {
    environment='TERM=xterm-256color'
    while [ $# -gt 0 ]; do
        [ "$1" != -- ] || { shift; break; }
        environment="$environment $1"
        shift
    done
    rm -f pid status
    shell_does "env $environment ./launch $program $*"
    appears pid
}

# press KEY...: by the names that tmux has for them; each press is a write of its own.
press() {
    for key; do
        tmux_do send-keys -t test "$key"
    done
}

type_text() {
    tmux_do send-keys -t test -l "$1"
}

# send_bytes FORMAT: bytes without a key, as for printf.
send_bytes() {
    # shellcheck disable=SC2059  # made to be one
    tmux_do set-buffer "$(printf "$1")"
    tmux_do paste-buffer -r -t test
}

resize() {
    tmux_do resize-window -t test -x "$1" -y "$2"
}

screen() {
    tmux_do capture-pane -p -t test
}

# until_so WHAT COMMAND...: repeats the command until it succeeds. There is no event for a change of
# tmux's screen, or for the end of another's child, so polling is the only way; the pause between two
# attempts spares the processor, and no test depends on its length.
until_so() {
    what=$1
    shift
    looks=0
    until "$@"; do
        looks=$((looks + 1))
        [ $looks -lt $patience ] || fail "$what"
        sleep 0.05
    done
}

# Lines that the terminal wrapped count as one.
has_text() {
    tmux_do capture-pane -p -J -t test | grep -qF -e "$1"
}

has_line() {
    screen | grep -qx -e "$1"
}

has_text_not() {
    ! has_text "$1"
}

# shows TEXT...: each is on the screen, at once or soon.
shows() {
    for text; do
        until_so "the screen never shows: $text" has_text "$text"
    done
}

shows_not() {
    for text; do
        until_so "the screen goes on showing: $text" has_text_not "$text"
    done
}

# shows_line PATTERN...: each basic regular expression fits a whole line, without the blanks behind.
shows_line() {
    for pattern; do
        until_so "the screen never shows the line: $pattern" has_line "$pattern"
    done
}

appears() {
    until_so "the file $1 never appears" test -s "$1"
}

is_gone() {
    ! kill -0 "$1" 2>/dev/null
}

# The state of the terminal in tmux: alternate_on, cursor_flag, mouse_standard_flag ...
terminal_is() {
    [ "$(tmux_do display-message -p -t test "#{$1}")" = "$2" ]
}

terminal_becomes() {
    until_so "$1 never becomes $2" terminal_is "$1" "$2"
}

# ends STATUS: the program has ended with it, and the terminal is as it was before.
ends() {
    exits "$1"
    is_restored
    shows 'was here before'
}

exits() {
    until_so 'the program does not end' is_gone "$(cat pid)"
    shell_does 'echo $? >status'
    appears status
    ended=$(cat status)
    [ "$ended" = "$1" ] || fail "the program ends with status $ended, not $1"
}

is_restored() {
    terminal_becomes alternate_on 0
    terminal_becomes cursor_flag 1
    terminal_becomes mouse_any_flag 0
    terminal_becomes keypad_cursor_flag 0
    rm -f after
    shell_does 'stty -g >after'
    appears after
    cmp -s before after || fail "the settings of the line are not as before: $(cat before after)"
}

finish() {
    exit 0
}
