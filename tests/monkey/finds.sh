#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The monkey itself: what breaks under one key of many is found, and shrunk to that key.
set -u

: "${srcdir:=.}"
monkey=$PWD/tests/monkey/monkey
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' 0
mkdir "$scratch/folder" "$scratch/findings"
cd "$scratch/folder" || exit 99

# Dies where F comes among the keys and the second file is open.
cat >"$scratch/program" <<'END'
#!/bin/sh
keys=$(tr -d '\000')
case "$*" in
*second.csv*)
    case $keys in
    *F*) kill -SEGV $$ ;;
    esac
    ;;
esac
END
chmod +x "$scratch/program"

wrong() {
    echo "$*"
    cat "$scratch/output" "$scratch"/findings/*
    exit 1
}

stock() {
    printf '%s\n' "file first.csv" "file $1" "key F" "key j" "command up"
}

stock second.csv | "$monkey" 1 3 "$scratch/findings" "$scratch/program" >"$scratch/output"
[ $? -eq 1 ] || wrong "a fault should be found"
grep -q 'signal 11' "$scratch/output" || wrong "should say signal 11"
[ "$(find "$scratch/findings" -type f | wc -l)" -eq 1 ] || wrong "the same fault should be told once"
[ "$(grep -vc '^#' "$scratch"/findings/*)" -eq 1 ] || wrong "should be shrunk to one step"
grep -v '^#' "$scratch"/findings/* | grep -q F || wrong "the step should have the key"
head -n 1 "$scratch"/findings/* | grep -q "'second.csv' default$" || wrong "should need one file"

rm -f "$scratch"/findings/*
stock third.csv | "$monkey" 1 1 "$scratch/findings" "$scratch/program" >"$scratch/output" ||
    wrong "no fault should be found"
grep -q ' 0 failed' "$scratch/output" || wrong "should say that none failed"
