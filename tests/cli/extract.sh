#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# --extract proposes the claims of an article. The expected rows were written by hand from the
# sentences.

. "${srcdir:-.}/tests/cli/lib.sh"

# columns FILE COLUMN...: those columns of a CSV file without quotes in them, separated by |.
columns() {
    "$program" --extract --export=csv "$1" 2>/dev/null | awk -v wanted="$2" '
        # Splits a record with quoted fields into field[1..n].
        function split_record(line,    n, i, c, inside) {
            n = 1; field[1] = ""; inside = 0
            for (i = 1; i <= length(line); i++) {
                c = substr(line, i, 1)
                if (c == "\"") inside = !inside
                else if (c == "," && !inside) field[++n] = ""
                else field[n] = field[n] c
            }
            return n
        }
        NR == 1 { n = split_record($0); for (i = 1; i <= n; i++) place[field[i]] = i
                  count = split(wanted, name, " "); next }
        { split_record($0)
          line = field[place[name[1]]]
          for (i = 2; i <= count; i++) line = line "|" field[place[name[i]]]
          print line }'
}

cat >article.txt <<'END'
Exports of Norland rise again | 2024-06-20 | The Example

Chile's exports rose 4.5% from a year earlier to $9.2 billion in May, while imports fell 1.2% to $7bn, leaving a trade surplus of $2.2 billion.
In 2023, Peru was Chile's third-largest trading partner, with bilateral trade worth nearly US$3.4 billion.
Exports to Peru stood at Rs 1.5 lakh crore in FY2022-23.
Between January and May, copper accounted for 51% of Chile's exports.
Chile's trade deficit with China was €1.1bn in the first quarter of 2024.
Chile aims to raise exports to at least 120 billion dollars by 2030.
The government expects inflation of 4% and investment of $30 billion this year.
Tariffs of 25% on imports worth were announced.
Chile and Peru signed a trade agreement on 12 March 2024.
END
wanted='kind period reporter partner flow measure qualifier value unit'
columns article.txt "$wanted" >got
cat >wanted <<'END'
figure|2024-05|Chile||export|growth||4.5|%
figure|2024-05|Chile||export|value||9.2|USD bn
figure|2024-05|Chile||import|growth||-1.2|%
figure|2024-05|Chile||import|value||7|USD bn
figure|2024-05|Chile||balance|value||2.2|USD bn
figure|2023|Chile|Peru|total|rank||3|rank
figure|2023|Chile|Peru|total|value|nearly|3.4|USD bn
figure|FY2022-23|Chile|Peru|export|value||1.5|INR lakh crore
END
command_line='--extract article.txt'
head -n 8 got | cmp -s - wanted || wrong "the first rows differ: $(head -n 8 got | diff - wanted)"
grep -q '^figure|2024Q1|Chile|China|balance|value||-1.1|EUR bn$' got || wrong 'no deficit with China'
grep -q '^target|2030|Chile||export|value|at least|120|USD bn$' got || wrong 'no target'
grep -q '^event|' got || wrong 'no event'
grep -q 'share||51|%$' got || wrong 'no share'
[ "$(wc -l <got)" -eq 12 ] || wrong "$(wc -l <got) rows instead of 12"
[ "$(columns article.txt base | head -n 1)" = 2023-05 ] || wrong 'no base of the growth'
[ "$(columns article.txt 'title publisher published source' | head -n 1)" = \
    'Exports of Norland rise again|The Example|2024-06-20|article' ] || wrong 'the head is not read'

# The rows are a claims file without problems, and every quote is in the article.
run --extract --export=csv article.txt
exits 0
complains 'article.txt: 12 rows'
cp .stdout proposed.csv
run --check proposed.csv
exits 0
mkdir sources
cp article.txt sources
run --verify proposed.csv
exits 0
says '12 quotes: 12 verbatim'
run --extract --export=csv article.txt
cmp -s .stdout proposed.csv || wrong 'the second run writes other rows'

# As text, with what was carried and what is doubtful.
cat >carried.txt <<'END'
Trade of Ghana grew in 2022. Imports fell by 3 per cent. Exports were worth $2.5bn, and
trade rose by $300 million. Shipments to Togo doubled.
END
run --extract carried.txt
exits 0
says 'period from sentence 1, "Trade of Ghana grew in 2022."'
says 'measure   change
    value     300
    unit      USD mn'

# Texts without trade give no rows.
cat >other.txt <<'END'
Shares rose 3% on Monday after the company reported a profit of $2.5 billion. Inflation fell
to 4 per cent, and tourists spent $300 million in 2023. The budget deficit was $40 billion.
END
run --extract --export=csv other.txt
exits 0
[ "$(wc -l <.stdout)" -eq 1 ] || wrong 'rows from a text without trade'

# Misuse, and what cannot be read.
run --extract
exits 2
complains 'needs an article'
run --extract --pair=India:Russia article.txt
exits 2
run --extract --export=json article.txt
exits 2
run --extract --check article.txt
exits 2
run --extract --export=csv missing.txt article.txt
exits 1
complains 'missing.txt' 'article.txt: 12 rows'
printf 'Exports\000rose' >binary.txt
run --extract binary.txt
exits 1
printf '<html><body><p>Exports of Chile rose 5%% in 2023.</p></body></html>' >page.html
[ "$(columns page.html "$wanted")" = 'figure|2023|Chile||export|growth||5|%' ] ||
    wrong 'no figure from a web page'

# What is too long for a sentence is told, and not read; sentences around it are.
awk 'BEGIN { for (i = 0; i < 40000; i++) printf "exports rose 5 percent and $ 4 "
    print ".\nExports of Chile rose 5% in 2023." }' >long.txt
run --extract --export=csv long.txt
exits 0
complains 'long.txt: 1 row; not read: 1 passage of more than 4000 bytes'
# Marks that close a quotation are many, and sentences are too.
awk 'BEGIN { printf "x."; for (i = 0; i < 500000; i++) printf "\""; print "" }' >marks.txt
run --extract marks.txt
exits 0
awk 'BEGIN { for (i = 0; i < 9000; i++) print "Exports of Chile rose 5% in 2023. Imports fell in 2022." }' \
    >many.txt
run --extract --export=csv many.txt
exits 0
: >empty.txt
run --extract --export=csv empty.txt
exits 0
finish
