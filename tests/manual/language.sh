#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One name, one meaning: the tag of a struct, enum or union that a header defines is defined nowhere
# else in src/, and no macro has two values there. And plain words: sources, tests and manual use none
# of the phrases listed below, which a reader has to translate first; a comment begins with "True if"
# or "Returns" and not with "Whether". What breaks a rule is printed as FILE:LINE: reason.

: "${srcdir:=.}"
cd "$srcdir" || exit 99

find src -name '*.[ch]' | LC_ALL=C sort | xargs awk '
function complain(reason) {
    printf "%s:%d: %s\n", FILENAME, FNR, reason
    failures++
}

# The value of a macro: what follows its name, without comments and without blanks.
function value_of(line, name) {
    sub(/^[ \t]*#[ \t]*define[ \t]+/, "", line)
    line = substr(line, length(name) + 1)
    sub(/\/\*.*/, "", line)
    gsub(/[ \t]+/, " ", line)
    sub(/ $/, "", line)
    return line
}

function check_tag(kind, tag,    is_header) {
    is_header = FILENAME ~ /\.h$/
    if (tag in tag_place && (is_header || tag in is_public))
        complain(kind " " tag ": the tag has another meaning in " tag_place[tag])
    tag_place[tag] = FILENAME
    if (is_header)
        is_public[tag] = 1
}

function check_macro(name, value) {
    if (name in macro_place && macro_value[name] != value)
        complain(name ": has another value in " macro_place[name])
    macro_place[name] = FILENAME
    macro_value[name] = value
}

/^(struct|enum|union) [A-Za-z0-9_]+ [{]/ { check_tag($1, $2) }
/^[ \t]*#[ \t]*define[ \t]/ {
    name = $0
    sub(/^[ \t]*#[ \t]*define[ \t]+/, "", name)
    sub(/[^A-Za-z0-9_].*/, "", name)
    check_macro(name, value_of($0, name))
}

END { exit failures > 0 }
' || failed=1

{
    find src tests \( -name '*.[ch]' -o -name '*.sh' -o -name '*.keys' -o -name '*.mk' \)
    ls man/*.[157] README HACKING NEWS tests/screen/run
} | grep -v 'tests/manual/language\.sh$' | LC_ALL=C sort | xargs awk '
BEGIN {
    count = split("anew|as yet|what stands|sees to it|see to it|told apart|held against|parted by|" \
        "what there is|where there is none|but those|that which|passed over|whoever|hardly repeat", phrases, "|")
}

function complain(phrase) {
    printf "%s:%d: say \"%s\" in plain words\n", FILENAME, FNR, phrase
    failures++
}

{ line = " " tolower($0) " " }
{
    for (i = 1; i <= count; i++)
        if (line ~ ("[^a-z]" phrases[i] "[^a-z]"))
            complain(phrases[i])
}
FILENAME ~ /\.[ch]$/ && /^[ \t]*(\/\*|\*) Whether / { complain("Whether") }

END { exit failures > 0 }
' || failed=1
exit "${failed:-0}"
