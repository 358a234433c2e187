#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What zsh completes, in a zsh of its own behind a pseudo-terminal that gets a line and a Tab. What is
# handed to compadd is written down there; the pipe says when all of it is.
. "${srcdir:-.}/tests/completion/lib.sh"
has_shell zsh
zsh -f -c 'zmodload zsh/zpty' 2>/dev/null || {
    echo 'zsh without zpty: skipped'
    exit 77
}

mkfifo finished
cat >ask <<'END'
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "fpath=(${(q)1} \$fpath); autoload -Uz compinit; compinit -u -D
compadd() { local -a given=(\"\$@\"); print -rl -- \"\${(@P)given[-1]}\" >>candidates; builtin compadd \"\$@\" }
press-tab() { zle complete-word; print >finished }; zle -N press-tab; bindkey '^I' press-tab; print REA''DY"
zpty -r shell out '*READY*' || exit 1
zpty -w -n shell "$2"$'\t'
read <finished
zpty -d shell
END
press_tab() {
    : >candidates
    timeout 60 zsh -f ask "$srcdir/completion" "$1" </dev/null || return
    cat candidates
}
check_shell --sum=
finish
