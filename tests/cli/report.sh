#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# --report writes a report in which every number has a note, or fills in a template; an assertion
# in it that no longer holds makes it fail, with a sentence that says which number moved.
. "${srcdir:-.}/tests/cli/lib.sh"

data="$srcdir/data/india-russia.csv $srcdir/data/india-russia-dgcis.csv"

# --- without a template: each reference has its note, and each note a reference ---

run --report
exits 0
complains_not
keeps report.md
says '# India and Russia' 'a deficit of $57.18bn' '## Balance' '## How this report was made' \
    '    tradescope --report' '**conflict:** India > Russia: fold of total' \
    '> “India'"'"'s exports to Russia stood at $4.26 billion'
grep -o '\[^[0-9]*\]' report.md | sort | uniq -c | awk '$1 < 2 {print $2}' >lonely
[ ! -s lonely ] || wrong "has a note or a reference alone: $(cat lonely)"
grep -q '^| period | exports, US\\\$ bn | imports, US\\\$ bn | balance, US\\\$ bn\[^[0-9]*\] |' report.md ||
    wrong "has no formula in the heading"
grep '^\[^[0-9]*\]: ' report.md | sed 's/^[^:]*: //' | sort | uniq -d >double
[ ! -s double ] || wrong "has a note twice: $(cat double)"

# Each file with its hash, by another program.
if command -v sha256sum >/dev/null; then
    sum=$(sha256sum "$srcdir/data/india-russia.csv")
    says "india-russia.csv: \`${sum%% *}\`"
fi

# A note leads to the line of the file that states the number.
note=$(sed -n 's/^.*; india-russia.csv, line \([0-9]*\)), and imports FY2023-24 nearly.*$/\1/p' report.md | head -n 1)
sed -n "${note}p" "$srcdir/data/india-russia.csv" | grep -q ',4.26,' || wrong "line $note is another"

# The numbers are those of the screen.
run --headless=80x24
says '4.26' '61.44' '-57.18' '6.93'
grep -q '^| FY2023-24 | 4.26\[^[0-9]*\] | 61.44\[^[0-9]*\] | -57.18' report.md || wrong "has other numbers"

# A reader of Markdown finds the tables and the notes.
if command -v pandoc >/dev/null; then
    pandoc -f gfm -t html report.md >read.html || wrong "pandoc does not read it"
    [ "$(grep -c '<table' read.html)" -ge 4 ] || wrong "pandoc finds too few tables"
    grep -q 'class="footnotes' read.html || wrong "pandoc finds no notes"
fi

# --- HTML: one file without scripts, where each reference leads to a note ---

run --report -o report.html
exits 0
! grep -qiE '<script|<img|<link|@import|url\(' report.html || wrong "needs other files"
grep -o 'href="#note[0-9]*"' report.html | grep -o '[0-9]*' | sort -un >referred
grep -o 'id="note[0-9]*"' report.html | grep -o '[0-9]*' | sort -un >noted
cmp -s referred noted || wrong "notes and references differ"
grep -q '</html>' report.html || wrong "has no end"
if command -v python3 >/dev/null; then
    python3 - <<'END' || wrong "its elements are not closed in their order"
from html.parser import HTMLParser
class Nesting(HTMLParser):
    open_ones = []
    def handle_starttag(self, tag, attributes):
        if tag not in ("meta", "br"):
            assert not (tag in ("ul", "table", "pre", "p") and "p" in self.open_ones), self.getpos()
            self.open_ones.append(tag)
    def handle_endtag(self, tag):
        assert self.open_ones.pop() == tag, self.getpos()
parser = Nesting()
parser.feed(open("report.html").read())
assert not parser.open_ones
END
fi
run --report -o report.html
exits 2
complains 'report.html exists; --force replaces it'

# --- the worked example holds on the shipped data ---

example=$srcdir/data/examples/india-russia.md
run --report="$example"
exits 0
says 'goods for $4.26bn[^1]' '6.9 %[^3] of its imports' 'worth $13.1bn[^' '[^1]: 003, ' 'on track from FY2018-19: 51.51 % a year, 25.49 % a year required, R = 2.02'

# --- a changed input makes it fail: coverage is 100 * 4.26 / 60.44 = 7.05 % then ---

mkdir changed
sed 's/,61.44,/,60.44,/' "$srcdir/data/india-russia.csv" >changed/india-russia.csv
cp "$srcdir/data/india-russia-dgcis.csv" changed
run --report="$example" -o new.md changed/india-russia.csv changed/india-russia-dgcis.csv
exits 1
says_nothing
[ ! -e new.md ] || wrong "writes a report with a number that does not hold"
complains 'india-russia.md:7: imports FY2023-24 is $60.44bn now, and no longer $61.44bn; stated in changed/india-russia.csv, line 85' \
    'india-russia.md:8: coverage ratio FY2023-24 is 7.05 % now, and no longer 6.9 %; it is 100 X / M, with' \
    'imports FY2023-24 moved too' \
    'india-russia.md:9: balance FY2023-24 is -$56.18bn now'

# --- numbers hold to the digits that are written ---

holds() {
    printf '{{= %s | %s}}\n' "$1" "$2" >one.md
    # shellcheck disable=SC2086
    run --report=one.md $data
    exits "$3"
}
holds '6.9 %' 'coverage FY2023-24' 0
holds '6.93 %' 'coverage FY2023-24' 0
holds '7 %' 'coverage FY2023-24' 0
holds '7.0 %' 'coverage FY2023-24' 1
holds '6.9' 'coverage FY2023-24' 1
holds '6.9 bn' 'coverage FY2023-24' 2
holds '$4,260 million' 'exports FY2023-24' 0
holds 'US$ 4.3 billion' 'exports FY2023-24' 0
holds '$4.2bn' 'exports FY2023-24' 1
holds 'EUR 4.26 bn' 'exports FY2023-24' 1
holds '4.26' 'exports FY2023-24' 1
holds '-$57.18bn' 'balance FY2023-24' 0
holds '$57.18bn' 'balance FY2023-24' 1
holds '$57.18bn' 'balance FY2023-24 | abs' 0
holds '-0.87' 'imbalance index FY2023-24' 0
holds '6,93 %' 'coverage FY2023-24' 2
holds '$4,26bn' 'exports FY2023-24' 2
holds '$4,260,000,000' 'exports FY2023-24' 0
holds '$4.26bn' 'exports FY2021-22 FY2023-24' 2
holds '$4.26bn' 'exports India:China India:Russia FY2023-24' 2
holds '33 per cent' 'total growth FY2023-24' 0
holds '7.25 %' 'required growth FY2029-30' 0

# --- formats, quotation marks, braces as text ---

printf '%s\n' '{{imports FY2023-24}}|{{imports FY2023-24 | mn .0 plain bare}}|{{balance | abs bn .1 bare}}' '\{{x}}' >forms.md
# shellcheck disable=SC2086
run --report=forms.md $data
exits 0
says 'nearly $61.44bn[^1]|$61,440mn|$57.2bn' '{{x}}' '[^1]: 003, '

# --- another pair in a field, and back ---

cat >trade.csv <<'END'
Year,Reporter,Partner,Flow,Value
2019,India,Russia,Export,3000
2019,India,Russia,Import,7000
2019,India,China,Export,17000
2019,India,China,Import,70000
2019,Russia,India,Export,6500
END
map='period=Year,reporter=Reporter,partner=Partner,flow=Flow,value=Value,scale=1000000'
printf '%s\n' '{{imports 2019}} {{imports India:China 2019}} {{imports 2019}}' '{{table partners 2019 top=1}}' >pairs.md
run --map "$map" --pair India:Russia --report=pairs.md trade.csv
exits 0
says '$7.00bn[^1] $70.00bn[^2] $7.00bn[^1]' '[^2]: India > China, import 2019: trade' '| China | 17,000.00 | 70,000.00 | -53,000.00[^3] |' '[^3]: trade.csv, lines 4, 5' 'the first 1 of 2 rows'
says_not '| Russia |'
run --map "$map" --pair India:Russia --report trade.csv
# The line of the mirror is that of the file.
exits 0
says '## By partner' '## Mirror' '| 2019 | import | 7,000.00[^' ' | 6,500.00[^' ' | 1.077 |' ': trade.csv, line 6' \
    'There is no target, and so no verdict.'

# --- the latest is a whole year, as in the headline; a part of one has its own name ---

{
    echo 'Year,Reporter,Partner,Flow,Value'
    for month in 01 02 03 04 05 06 07 08 09 10 11 12; do
        echo "2018-$month,India,Russia,Export,100"
    done
    printf '2019-01,India,Russia,Export,110\n2019-02,India,Russia,Export,110\n'
} >months.csv
printf '{{exports}} {{exports 2019-01/2019-02}}\n' >latest.md
run --map "$map" --report=latest.md months.csv
exits 0
says '$1.20bn[^1] $220mn[^2]' '[^2]: India > Russia, export 2019-01/2019-02: ' '2 of 12 months'

sed '/2019-02/d' months.csv >month.csv
sed 's/Export/Import/; 1d' month.csv >imports.csv
cat imports.csv >>month.csv
printf '{{exports}} {{headline}}\n' >latest.md
run --map "$map" --report=latest.md month.csv
exits 0
says '$1.20bn[^1] In 2018 India'

# --- what is not understood, with place and the nearest ---

refuses() {
    printf 'One\n%s\n' "$1" >bad.md
    # shellcheck disable=SC2086
    run --report=bad.md $data
    exits 2
    says_nothing
    complains "bad.md:2: $2"
}
refuses '{{headlin}}' 'there is no field or number `headlin`; did you mean `headline`?'
refuses '{{coverege ratio FY2023-24}}' 'there is no field or number `coverege ratio`; did you mean `coverage ratio`?'
refuses '{{exports FY2031-32}}' 'there is no `exports` of FY2031-32'
refuses '{{table partnrs}}' 'there is no table `partnrs`; did you mean `partners`?'
refuses '{{table trend FY2021-22}}' 'only the tables partners and products take a period'
refuses '{{table trend top=-5}}' '`top=-5` means nothing to a table'
refuses '{{table balance top=3 last=2}}' 'a table has the first rows or the last; write top= or last=, not both'
refuses '{{sources top=5}}' '`top=5` means nothing to sources'
refuses '{{verdict base=FY2018-19 base=FY2019-20}}' '`base=FY2019-20` means nothing to verdict'
refuses '{{exports FY2021-22 FY2023-24}}' 'a number has one period, and `FY2023-24` is another'
refuses '{{quote 003-export-fy2023-24}}' 'no claim has the id `003-export-fy2023-24`; did you mean `003-exports-fy2023-24`?'
refuses '{{exports FY2023-24 | billions of}}' '`billions` is no format'
refuses '{{= 6.9 %}}' 'write the number, a bar, and what it is'
refuses '{{headline' '{{ without }}'
refuses '{{verdict base=FY1900-01}}' 'no verdict has the base FY1900-01'
run --report=no-such.md
exits 2
complains 'no-such.md: '
run --report --export=csv
exits 2
complains '--report is md or html'
run --report="$example" -o x.html
exits 2
complains 'is a template in Markdown'

# --- nothing to report is an error, with the reason ---

printf 'a,b\n1,2\n' >table.csv
run --report table.csv
exits 1
says_nothing
complains 'nothing to report' 'table.csv: has no layout that is known'
printf '{{imports India:Fiji}}\n' >fiji.md
# shellcheck disable=SC2086
run --report=fiji.md $data
exits 2
complains 'fiji.md:1: there is no `imports`: no number is stated for this pair'

# --- doubts are in any report ---

{ claims; echo 'bad,figure,,FY2023-24,India,Russia,export,value,x,USD bn,,,Bad,,'; } >bad.csv
echo 'Exports: {{exports FY2023-24}}' >plain.md
run --report=plain.md bad.csv
exits 1
says 'Exports: $4.26bn[^1]' '**Doubt:** 1 of 6 rows not read'

# --- in the program ---

printf ':report in.md\r' >keys
run_from keys --headless=80x24
says 'report written: in.md'
grep -q '^# India and Russia' in.md || wrong "wrote no report"
printf ':report out.md %s\r' one.md >keys
printf '{{= 7.0 %% | coverage FY2023-24}}\n' >one.md
run_from keys --headless=160x24
says 'one.md:1: coverage ratio FY2023-24 is 6.93 % now, and no longer 7.0 %'
[ ! -e out.md ] || wrong "writes a report with a number that does not hold"
finish
