#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# --export writes the claims that pass the filters completely, so that they can be read again.
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

# --- of a file with problems, the readable rows are exported, with a message ---

{ claims; echo 'z,event,2024'; } >partial.csv
run --export=csv partial.csv
exits 1
says_lines 6
complains partial.csv:7:

run --export=csv no.csv
exits 1
complains 'no.csv: '
says_nothing

# --- every column under its own name, with the digits of the file ---

cat >codes.csv <<'END'
code,amount,id,ratio,big
100110,1.50,1E5,"1,234.5",12345678901234567890
010110,2,2E5,+7,9007199254740993
END
run --export=csv codes.csv
says_exactly <codes.csv
run --export=json codes.csv
says_exactly <<'END'
[
{"code": "100110", "amount": 1.50, "id": 1E5, "ratio": 1234.5, "big": 12345678901234567890},
{"code": "010110", "amount": 2, "id": 2E5, "ratio": 7, "big": 9007199254740993}
]
END

printf 'a;b\n"1.234,50";1\n0,5;2\n"−7,25";3\n' >comma.csv
run --export=json comma.csv
says '{"a": 1234.50, "b": 1}' '{"a": 0.5, "b": 2}' '{"a": -7.25, "b": 3}'

# The second of equal names gets another, and the file has a problem.
printf 'Year,Val,Val,Val (2)\n2019,5,500,x\n' >twice.csv
run --export=json twice.csv
exits 1
says '{"Year": 2019, "Val": 5, "Val (3)": 500, "Val (2)": "x"}'
complains 'twice.csv:1:3: the column `Val` stands in the header already'
run --export=csv twice.csv
says_line 'Year,Val,Val (3),Val (2)'

# In a wide file, the cells that pass stay in their columns.
cat >wide.csv <<'END'
"Country Name","Country Code","Indicator Name","Indicator Code","2019","2020",
"India","IND","Exports of goods and services (current US$)","NE.EXP.GNFS.CD","529","679",
"India","IND","Imports of goods and services (current US$)","NE.IMP.GNFS.CD","602","",
END
run --export=csv wide.csv
says_exactly <<'END'
Country Name,Country Code,Indicator Name,Indicator Code,2019,2020,
India,IND,Exports of goods and services (current US$),NE.EXP.GNFS.CD,529,679,
India,IND,Imports of goods and services (current US$),NE.IMP.GNFS.CD,602,,
END
run --export=csv -f period:2020 wide.csv
says 'India,IND,Exports of goods and services (current US$),NE.EXP.GNFS.CD,,679,'
says_lines 2
run --export=json -f period:2019 wide.csv
says '"2019": 529, "2020": null, "column 7": null}' '"2019": 602, "2020": null'

# An empty cell of a table with one column is still a line.
printf 'a\n1\n""\nx\n' >one.csv
run --export=csv one.csv
says_exactly <one.csv

# --- pair, product and period choose rows, and a filter does ---

printf 't,i,j,k,v,q\n2021,699,643,10121,5,1\n2021,643,699,10121,50,1\n2022,699,156,270900,7,1\n' >pair.csv
run --export=csv --pair=India:Russia pair.csv
says_exactly <<'END'
t,i,j,k,v,q
2021,699,643,10121,5,1
2021,643,699,10121,50,1
END
run --export=json --pair=India:World --product=27 pair.csv
says '"t": "2022", "i": "699", "j": "156"'
says_lines 3
run --export=csv --pair=India:World --period=2021 pair.csv
says_lines 3
run --export=csv --pair=India:Brazil pair.csv
says_lines 1
complains 'no partner `Brazil`'
run --export=csv --pair=India:Russia --product=27 claims.csv
says_lines 1
complains 'no rows on India > Russia, product 27'
run --export=csv --pair=IND:RUS --period=FY2023-24 claims.csv
says_lines 4
run --print=rows --pair=India:World --product=27 pair.csv
says_line '.*270900.*'
says_lines 2

for option in --pair=India:Russia --product=27 --period=2019; do
    for mode in --export=csv --export=json --sum=name --print=rows --print=balance; do
        printf 'name,amount\na,10\n' >plain.csv
        run $mode $option plain.csv
        exits 2
        complains plain.csv
        says_nothing
    done
done

# --- several files with the same columns are one export, in whatever order they are opened ---

printf 't,i,j,k,v,q\n2023,699,643,10121,0.50,1\n' >pair2.csv
for files in 'pair.csv pair2.csv' 'pair2.csv pair.csv' './pair2.csv missing.csv ./pair.csv'; do
    # shellcheck disable=SC2086  # several files
    run --export=csv --pair=India:Russia $files
    says_exactly <<'END'
t,i,j,k,v,q
2021,699,643,10121,5,1
2021,643,699,10121,50,1
2023,699,643,10121,0.50,1
END
    # shellcheck disable=SC2086  # several files
    run --export=json -f 'period>=2022' $files
    says_lines 4
    says '"t": "2022"' '"v": 0.50, "q": 1'
done
claims >claims1.csv
claims | sed 's/,s1$/,s9/; s/^/2/; s/^2id/id/' >claims2.csv
run --export=csv claims1.csv claims2.csv
keeps both.csv
cut -c 1-40 both.csv >starts.csv
{ claims && tail -n +2 claims2.csv; } | cut -c 1-40 | cmp -s - starts.csv || wrong "is not both files"
run --export=csv claims2.csv claims1.csv
says_exactly <both.csv

# Claims are exported once, with their own columns, before and behind another file.
cp "$srcdir/tests/screen/files/two-pairs.csv" .
run --export=csv --pair=Germany:Poland two-pairs.csv
says_lines 4
keeps alone.csv
for files in 'pair.csv two-pairs.csv' 'two-pairs.csv pair.csv'; do
    # shellcheck disable=SC2086  # two files
    run --export=csv --pair=Germany:Poland $files
    says_exactly <alone.csv
done

# Files with other columns, or the same trade, are refused, unless none of their rows is chosen.
for others in claims.csv plain.csv wide.csv; do
    for files in "pair.csv $others" "$others pair.csv"; do
        # shellcheck disable=SC2086  # two files
        run --export=csv $files
        exits 2
        says_nothing
        complains 'have different columns' 'export each by itself'
    done
done
run --export=csv -f j:643 pair.csv plain.csv
exits 0
says_lines 2
complains 'no row of plain.csv is shown'
cp pair.csv again.csv
run --export=csv again.csv pair.csv
exits 2
complains 'both state' 'choose one with -f source:'
run --export=csv -f source:again again.csv pair.csv
says_exactly <pair.csv

# JSON says how many rows are missing.
printf 't,i,j,k,v,q\n2021,699,643,10121,5,1\n2021,699,643,10129,x,1\n' >unread.csv
run --export=json unread.csv
exits 1
says '"v": 5, "q": 1, "tradescope:unread": 1}'
run --sum=period --export=json unread.csv
says '{"period": "2021", "rows": 1, "value": 5000, "unit": "USD", "tradescope:unread": 1}'

finish
