#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# --export writes the claims that pass the filters, whole, so that they can be read again.
. "${srcdir:-.}/tests/cli/lib.sh"

shipped=$srcdir/data/india-russia.csv
rows() {
    awk 'BEGIN { RS = "\"" } NR % 2 { count += gsub(/\n/, "\n") } END { print count - 1 }' "$1"
}

# --- CSV: what is exported exports to the same again ---

run --export=csv "$shipped"
exits 0
complains_not
keeps once.csv
[ "$(rows once.csv)" -eq "$(rows "$shipped")" ] || wrong "has another number of rows than the file"
[ "$(head -n 1 once.csv)" = "$(head -n 1 "$shipped")" ] || wrong "has another header than the file"
run --export=csv once.csv
exits 0
says_exactly <once.csv
run_from once.csv --export=csv -
exits 0
says_exactly <once.csv

printf 'kind,date,text,extra,"odd ""name"""\nevent,2024,"a\nb","c, ""d""",007\nevent,2023,,- e,=1+1\n' >odd.csv
run --export=csv odd.csv
exits 0
says_exactly <odd.csv

# --- JSON: the same rows under the same names ---

run --export=json "$shipped"
exits 0
complains_not
keeps once.json
if command -v jq >/dev/null; then
    [ "$(jq length once.json)" -eq "$(rows "$shipped")" ] || wrong "has another number of rows"
    jq -r '.[0] | keys_unsorted | join(",")' once.json >names
    head -n 1 "$shipped" | cmp -s - names || wrong "has other names than the columns of the file"
    jq -e 'map(select(.kind == "figure" and .period == "FY2023-24" and .flow == "import"))
        | any(.quote | contains("61.44"))' once.json >/dev/null ||
        wrong "has no figure of the imports in FY2023-24 with 61.44 in its quote"
    printf 'kind,date,text\nevent,2024,"\001\037 \177 tab\t \\ "" / \342\202\254"\n' >hostile.csv
    run --export=json hostile.csv
    exits 0
    [ "$(jq -r '.[0].text' .stdout)" = "$(printf '\001\037 \177 tab\t \\ " / \342\202\254')" ] ||
        wrong "the text is another one after JSON"
    printf 'kind,date,text\nevent,2024,"caf\351 \342\202\254"\n' >invalid.csv
    run --export=json invalid.csv
    jq -e . .stdout >/dev/null || wrong "is no JSON"
fi

# --- filters: a word in any column; several must all be there ---

claims >claims.csv
run --export=csv -f summit claims.csv
exits 0
says_lines 2
says 'e,event,2024-07-08'
run --export=csv --filter=USD claims.csv
says_lines 5
run --export=csv -f USD -f s1 claims.csv
says_lines 3
run --export=csv -f USD --filter s1 -f imports claims.csv
says_lines 2
says 'm,figure'
run --export=csv -f 'no such word' claims.csv
exits 0
says_lines 1
run --export=json -f 'no such word' claims.csv
exits 0
[ "$(tr -d ' \n' <.stdout)" = '[]' ] || wrong "is not the empty list"

# --- a file with problems is exported as far as it was read, and says so ---

{ claims; echo 'z,event,2024'; } >partial.csv
run --export=csv partial.csv
exits 1
says_lines 6
complains partial.csv:7:

run --export=csv no.csv
exits 1
complains 'no.csv: '
says_nothing

finish
