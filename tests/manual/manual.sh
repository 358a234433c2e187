#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The manual says what the program says: the options of --help, the commands and keys of
# --list-commands and the columns of --list-columns are the entries of the lists in the pages, no
# more and no fewer. An entry of the section COMMANDS is written
#
#     name ARGUMENT (key, key)
#
# as --list-commands has it. And mandoc finds nothing to complain about, at 80 columns.

: "${srcdir:=.}"
program=${TRADESCOPE:-src/tradescope}
man=$srcdir/man

command -v mandoc >/dev/null || {
    echo "manual.sh: no mandoc: skipped"
    exit 77
}
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' 0
failures=0

# entries PAGE [SECTION]: the terms of all lists, one a line.
entries() {
    mandoc -T html -O fragment "$man/$1" | tr '\n' ' ' | sed 's/<h[12]/\
&/g; s/<dt/\
&/g; s/<\/dt>/&\
/g' | awk -v wanted="${2-}" '
        /^<h[12][^>]*class="Sh"/ { section = $0; sub(/^[^>]*id="/, "", section); sub(/".*/, "", section) }
        /^<dt/ && (wanted == "" || section == wanted) {
            gsub(/<[^>]*>/, "")
            gsub(/&lt;/, "<"); gsub(/&gt;/, ">"); gsub(/&quot;/, "\""); gsub(/&#39;/, "\047")
            gsub(/&amp;/, "\\&")
            gsub(/&#x00A0;/, " ")
            gsub(/  +/, " "); sub(/^ /, ""); sub(/ $/, "")
            print
        }'
}

# tells PROGRAM ARGUMENT: what the program prints, into $scratch/said.
tells() {
    "$program" "$1" >"$scratch/said" </dev/null || {
        echo "tradescope $1 exits $?"
        failures=$((failures + 1))
    }
}

# same NOUN PAGE: compares $scratch/program and $scratch/manual, both one a line.
same() {
    LC_ALL=C sort -u "$scratch/program" >"$scratch/a"
    LC_ALL=C sort -u "$scratch/manual" >"$scratch/b"
    [ -s "$scratch/a" ] || {
        echo "the program lists no $1"
        failures=$((failures + 1))
    }
    LC_ALL=C comm -3 "$scratch/a" "$scratch/b" | sed "
        s/^	\(.*\)/$2: $1 \`\1' is not known to the program/
        t
        s/.*/$2: $1 \`&' is missing/" >"$scratch/differences"
    [ ! -s "$scratch/differences" ] || {
        cat "$scratch/differences"
        failures=$((failures + 1))
    }
}

# The options in a text: -x and --word, without their arguments.
options() {
    tr -s ' ,[]|()' '\n' | sed -n 's/^\(--[a-z][a-z-]*\).*/\1/p; s/^\(-[A-Za-z]\)$/\1/p'
}

tells --help
options <"$scratch/said" >"$scratch/program"
entries tradescope.1 | grep '^-' | options >"$scratch/manual"
same option tradescope.1

tells --list-commands
awk -F '\t' '{
    gsub(/ /, ", ", $2)
    print $1 ($3 == "" ? "" : " " $3) ($2 == "" ? "" : " (" $2 ")")
}' "$scratch/said" >"$scratch/program"
entries tradescope.1 COMMANDS >"$scratch/manual"
same command tradescope.1

tells --list-columns
cut -f 1 "$scratch/said" >"$scratch/program"
entries tradescope.5 COLUMNS >"$scratch/manual"
same column tradescope.5

# The statements and translations of formats, as the tables of their parsers have them.
grep -o '{"[a-z]*", [a-z_]*parse_' "$srcdir/src/data/format/format_parser.c" | cut -d '"' -f 2 >"$scratch/program"
entries tradescope-format.5 STATEMENTS | awk '$1 ~ /^[a-z]+$/ && $1 != "FIELD" && $1 != "word" {
    print $1 }' >"$scratch/manual"
same statement tradescope-format.5

sed -n 's/^    {"\([a-z0-9-]*\)", FIELD_.*/\1/p' "$srcdir"/src/data/format/translate_*.c >"$scratch/program"
entries tradescope-format.5 TRANSLATIONS >"$scratch/manual"
same translation tradescope-format.5

# The options, roles and commands of a configuration file, as their tables have them.
sed -n 's/^    \[SETTING_[A-Z_]*\] = {"\([a-z-]*\)".*/\1/p' "$srcdir/src/view/settings.c" >"$scratch/program"
entries tradescope-config.5 OPTIONS | grep -v ' ' | grep -vx 'auto\|dark\|light\|contrast\|mono\|16' >"$scratch/manual"
same option tradescope-config.5

grep -o '\[THEME_[A-Z0-9]*\] = "[a-z0-9]*"' "$srcdir/src/view/settings.c" | cut -d '"' -f 2 >"$scratch/program"
entries tradescope-config.5 OPTIONS | grep -x 'auto\|dark\|light\|contrast\|mono\|16' >"$scratch/manual"
same theme tradescope-config.5

sed -n 's/^    \[ROLE_[A-Z]*\] = {"\([a-z]*\)".*/\1/p' "$srcdir/src/view/draw/themes.c" >"$scratch/program"
entries tradescope-config.5 ROLES >"$scratch/manual"
same role tradescope-config.5

"$program" --list-commands </dev/null | awk -F '\t' '
    $1 == "set" || $1 == "color" || $1 == "bind" || $1 == "unbind" { print $1 " " $3 }' >"$scratch/program"
entries tradescope-config.5 STATEMENTS >"$scratch/manual"
same statement tradescope-config.5

# The fields of a report.
sed -n 's/^    {"\([a-z]*\)", \(report_\)\{0,1\}write_.*/\1/p' "$srcdir/src/report/report_fields.c" >"$scratch/program"
entries tradescope-report.5 FIELDS | cut -d ' ' -f 1 >"$scratch/manual"
same field tradescope-report.5

for page in "$man"/tradescope*.[1-9]; do
    mandoc -T lint -W warning "$page" || failures=$((failures + 1))
    mandoc -T ascii -O width=78 "$page" | sed "s/.$(printf "\\b")//g" | awk -v page="$page" '
        length($0) > 80 { printf "%s: wider than 80 columns: %s\n", page, $0; wide = 1 }
        END { exit wide }' || failures=$((failures + 1))
done
exit $((failures > 0))
