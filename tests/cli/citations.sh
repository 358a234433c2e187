#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# --export=csl-json, bibtex and ris have each source once, as other programs read it; claimreview
# the checks. What a source does not state is left out.
. "${srcdir:-.}/tests/cli/lib.sh"

cat >claims.csv <<'END'
id,kind,date,period,reporter,partner,flow,measure,value,unit,qualifier,text,quote,speaker,source,title,publisher,published,url
a,figure,2024-07-05,FY2023-24,India,Russia,export,value,4.26,USD bn,exact,Exports of $4.26 billion,Exports stood at $4.26 billion.,Kwatra,s 1,"{Trade} & 100 % ""more""_$",The Paper,2024-10-26,https://example.org/a_b?c=1&d=%20
b,figure,2024-07-05,FY2023-24,India,Russia,import,value,61.44,USD bn,exact,Imports,Imports stood at $61.44 billion.,,s 1,"{Trade} & 100 % ""more""_$",The Paper,2024-10-26,https://example.org/a_b?c=1&d=%20
c,figure,2024-07-05,FY2023-24,India,Russia,export,value,5.5,USD bn,exact,Exports of $5.5 billion,Exports reached $5.5 billion.,Jaiswal,s-1,,,2024-07,
d,figure,2024-07-05,FY2023-24,India,Russia,total,value,65.7,USD bn,exact,Total,In all $65.7 billion.,,zwei,Über uns,,2023,
END

run --export=csl-json claims.csv
exits 0
keeps sources.json
says '"id": "s-1", "type": "document", "title": "{Trade} & 100 % \"more\"_$", "publisher": "The Paper"' \
    '"issued": {"date-parts": [[2024, 10, 26]]}' '{"id": "s-1-2", "type": "document", "title": "s-1", "issued": {"date-parts": [[2024, 7]]}}' \
    '"title": "Über uns", "issued": {"date-parts": [[2023]]}'
says_lines 5
run --export=bibtex claims.csv
exits 0
keeps sources.bib
says '@misc{s-1,' 'title = {{\{Trade\} \& 100 \% "more"\_\$}}' 'howpublished = {The Paper}' \
    'year = {2024}' 'month = {10}' 'day = {26}' 'url = {https://example.org/a_b?c=1&d=%20}' '@misc{s-1-2,'
run --export=ris claims.csv
exits 0
keeps sources.ris
says 'TY  - GEN' 'ID  - s-1' 'TI  - {Trade} & 100 % "more"_$' 'DA  - 2024/10/26/' 'DA  - 2024/07//' 'PY  - 2023' \
    'UR  - https://example.org/a_b?c=1&d=%20'
[ "$(grep -c '^TY  - ' sources.ris)" = 3 ] || wrong "has not three sources"
[ "$(grep -c '^ER  - ' sources.ris)" = 3 ] || wrong "has not three ends"

# The checks: 4.26 against 5.5 is a conflict.
run --export=claimreview claims.csv
exits 0
keeps review.json
says '"@context": "https://schema.org"' '"@type": "ClaimReview"' '"alternateName": "conflict"' \
    '"ratingExplanation": "' '"name": "Jaiswal"' '"identifier": "s-1"'

# Other programs agree about the form.
if command -v python3 >/dev/null; then
    python3 - <<'END' || wrong "is not the JSON that it should be"
import json
items = json.load(open("sources.json"))
assert [i["id"] for i in items] == ["s-1", "s-1-2", "zwei"], items
for review in json.load(open("review.json")):
    assert review["@type"] == "ClaimReview" and review["itemReviewed"]["@type"] == "Claim"
    assert review["reviewRating"]["ratingExplanation"] and review["claimReviewed"]
END
fi
# reads_as FORMAT FILE TEXT: pandoc, where it knows the format, finds the text.
reads_as() {
    pandoc --list-input-formats 2>/dev/null | grep -qx "$1" || return 0
    pandoc -f "$1" -t csljson "$2" >seen || wrong "pandoc reads no $1"
    grep -qF -e "$3" seen || wrong "pandoc finds no $3 in $1: $(cat seen)"
}
reads_as csljson sources.json 'Über uns'
reads_as csljson sources.json '"https://example.org/a_b?c=1&d=%20"'
reads_as bibtex sources.bib 'Über uns'
reads_as bibtex sources.bib '{Trade} & 100 %'
reads_as bibtex sources.bib '"https://example.org/a_b?c=1&d=%20"'
reads_as ris sources.ris 'The Paper'

# BibTeX counts braces, also behind a backslash: a cell with one alone ends no field.
cat >braces.csv <<'END'
id,kind,date,period,reporter,partner,flow,measure,value,unit,qualifier,text,quote,speaker,source,title,publisher,published,url
a,figure,,FY2023-24,India,Russia,export,value,4.26,USD bn,exact,Exports,Exports.,,a,"open { alone","close } alone",2024,"https://e.org/}, note = {x\y"
b,figure,,FY2023-24,India,Russia,import,value,5.26,USD bn,exact,Imports,Imports.,,b,second,,2024,
END
run --export=bibtex braces.csv
exits 0
says 'title = {{open \textbraceleft{} alone}}' 'howpublished = {close \textbraceright{} alone}' \
    'url = {https://e.org/%7D, note = %7Bx%5Cy}'
keeps braces.bib
reads_as bibtex braces.bib 'alone"'
reads_as bibtex braces.bib '"second"'

# In the program.
printf ':write out.bib\r:write out.ris\r' >keys
run_from keys --headless=80x24 claims.csv
says 'written: out.ris, '
cmp -s out.bib sources.bib && cmp -s out.ris sources.ris || wrong "writes other sources"

# The shipped data; a file of statistics is a data set.
for format in csl-json bibtex ris claimreview; do
    run --export=$format
    exits 0
    complains_not
done
printf 'Year,Reporter,Partner,Flow,Value\n2019,India,Russia,Export,3\n' >trade.csv
run --map 'period=Year,reporter=Reporter,partner=Partner,flow=Flow,value=Value,unit=USD' --export=csl-json trade.csv
says '"type": "dataset"' '"title": "trade"'
run --export=ris --print=path
exits 2
complains 'this format has sources and no page'
run --sum=period --export=ris
exits 2
finish
