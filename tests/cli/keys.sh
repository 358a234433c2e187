#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Unusual input: pastes that break off, control characters within them.
. "${srcdir:-.}/tests/cli/lib.sh"

# keys FORMAT [OPTION]...: the screen after these keys; NUL is a pause. A prompt that waits for ever
# for an end is a failure, not a test that never ends.
keys() {
    printf "$1" >keys
    shift
    command_line="tradescope --headless $*, with the keys $(od -An -c keys | tr -s ' \n' ' ')"
    status=0
    timeout 20 "$program" --headless 80x24 "$@" <keys >.stdout 2>.stderr || status=$?
    exits 0
    complains_not
}

# A prompt whose paste never ends is left by ^C, and by the end of the keys.
keys '/abc\033[200~def\0\003'
says_not '/abc'
keys '/abc\033[200~def'

# A ^C in the middle of a paste is text, like the rest of the paste.
keys '/abc\033[200~def\003QQ\nQQ\033[201~'
says '/abcdef␃QQ'

# Nothing of a paste is taken for keys, in a prompt or outside.
keys '\033[200~QQ/abc\n\033[201~'
says 'pasted text'
keys ':\033[200~help\nQ\033[201~\003'
says_not 'help Q'

# No file is offered where none is there.
keys ':write no-such-\t\t\0'

finish
