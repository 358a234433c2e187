#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What bash completes, asked as Readline asks: the function that is registered is called with the
# line, its words and the cursor.
. "${srcdir:-.}/tests/completion/lib.sh"
has_shell bash

cat >ask <<'END'
loader=/usr/share/bash-completion/bash_completion
[ ! -r "$loader" ] || . "$loader"
. "$1"
line=$2
read -ra COMP_WORDS <<<"$line"
COMP_LINE=$line COMP_POINT=${#line} COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
function=$(complete -p tradescope | sed 's/.*-F \([^ ]*\).*/\1/')
"$function" tradescope "${COMP_WORDS[COMP_CWORD]}" ''
[ ${#COMPREPLY[@]} = 0 ] || printf '%s\n' "${COMPREPLY[@]}"
END
press_tab() {
    bash --norc ask "$srcdir/completion/bash/tradescope" "$1" </dev/null
}
check_shell ''

# Readline replaces the text after = and : or an open quotation mark.
after 'tradescope --pair=India:Rus'
offers 'Russia'
after 'tradescope "--pair=India:Rus'
offers '--pair=India:Russia'
after 'tradescope --pair=United\ Sta'
offers 'United\ States:'
after 'tradescope hostile.csv --sum='
offers 'a\$\(touch\ ran\)' 'd\;touch\ ran'
after "tradescope hostile.csv --sum='"
offers 'a$(touch ran)' 'd;touch ran'
after 'tradescope hostile.csv --sum="'
offers 'd;touch ran'
offers_not '$(touch'
after 'tradescope own'
says_nothing
finish
