#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The table of a web page is read like a CSV file: the table of data among those that lay out the
# page, or one of several by its number; header rows joined; what is only looks left out.

. "${srcdir:-.}/tests/cli/lib.sh"

# The title is the text above the table. Cells of the head span columns and rows, a label spans
# rows, a mark behind a number is no digit of it, and blanks are those of a browser.
cat >page.html <<'END'
<!DOCTYPE html><html><head><title>Trade</title><style>td { x }</style>
<script>document.write("<table><tr><td>1<td>2</table>")</script></head><body>
<table><tr><td>Menu</td><td><a href="x">Home</a></td></tr><tr><td>
<h1>Goods&nbsp;traded</h1><select><option>2018<option>2019</select><p>USD&#32;million
<table border=1><caption>by country</caption>
<tr><th rowspan=2>Country<th rowspan=2>Year<th colspan=2>Value of</tr>
<tr><th>exports<th>imports</tr>
<tr><th>(1)<th>(2)<th>(3)<th>(4)</tr>
<tr><td rowspan=2>C&ocirc;te d'Ivoire<td>2018<td>1,234.5<sup>2</sup><td rowspan=2>7</tr>
<tr><td>2019<td>  1&nbsp;000
 <td></tr>
<tr><td colspan=2>Asia, &quot;all&quot;<td>5<td>&minus;6<br>
</table>
<p>Source: customs.
</td></tr></table></body></html>
END
cat >expected <<'END'
Country,Year,Value of exports,Value of imports
Côte d'Ivoire,2018,"1,234.5",7
Côte d'Ivoire,2019,1 000,
"Asia, ""all""",,5,−6
END
run --export=csv page.html
cmp -s .stdout expected || wrong "is not $(cat expected)"
grep -qF 'page.html: note: the table that is read is 1 (3 rows: `Country`, `Year`, `Value of exports`); 1 more has no rows of data' .stderr ||
    wrong 'does not say which table was chosen'
grep -qF 'page.html:1: note: the header is line 2; the lines above it are skipped: `Menu / Home / Goods traded / USD million' .stderr ||
    wrong 'does not show the title'

# The same under another name, from a pipe, in other encodings, and cut off.
cp page.html page.xls
run --export=csv page.xls
cmp -s .stdout expected || wrong 'depends on the name'
run_from page.html --export=csv -
cmp -s .stdout expected || wrong 'is not read from a pipe'
sed -e 's/<head>/&<meta charset="iso-8859-1">/' -e 's/&ocirc;/\xf4/' page.html >latin.html
run --export=csv latin.html
cmp -s .stdout expected || wrong 'is not read in the encoding that it states'
printf '<table><tr><th>a<th>b<tr><td>\346\351\356<td>1,5<tr><td>x<td>2</table>' >cyrillic.html
run --export=csv --encoding=KOI8-R cyrillic.html
says 'ФИН,"1,5"'
run --export=csv cyrillic.html
grep -qF 'is not UTF-8 and names no encoding, so it is read as Windows-1252; `--encoding` states another' .stderr ||
    wrong 'does not say that the encoding is a guess'
sed '/colspan=2>Asia/,$d' page.html >cut.html
run --export=csv cut.html
exits 1
says "Côte d'Ivoire,2019,1 000,"
complains 'cut.html: ends within its table, so rows may be missing behind those that were read; download it again'

# A page whose last table is not closed but which ends in order is whole.
printf '<html><body><table><tr><th>a<th>b<tr><td>x<td>1</body></html>\n' >open.html
run --export=csv open.html
exits 0

# Two numbers on two lines of a cell are not one number with a blank for the thousands.
printf '<table><tr><th>Place<br>of origin<th>Value<tr><td>x<td>100<br>&nbsp;200<tr><td>y<td>7</table>' >lines.html
run --export=csv lines.html
says_exactly <<'END'
Place of origin,Value
x,100 / 200
y,7
END

# Of two tables of about the same size neither is chosen.
printf '<table><tr><td>Country<td>2019<tr><td>India<td>1</table>
<table id=t><tr><td>Land<td>2018<tr><td>Chile<td>3<tr><td>Peru<td>4</table>' >two.html
run --check two.html
exits 1
says 'two.html: is a web page with 2 tables of data: 1 (1 row: `Country`, `2019`), 2 (2 rows: `Land`, `2018`); choose one with a colon behind the name of the file, as in FILE.html:2'
run --export=csv two.html:2
exits 0
says 'Chile,3'
run --check two.html:3
exits 1
says 'two.html:3: has no table `3`; its tables of data are 1 (1 row: `Country`, `2019`), 2 (2 rows: `Land`, `2018`)'

# A page without data, and one that is made to exhaust the reader.
printf '<html><head><title>404 Not Found</title></head><body><p>Nothing here.</body></html>' >error.html
run --check error.html
exits 1
says 'error.html: is a web page without a table of data, perhaps an error page: `404 Not Found`; download the data again'
awk 'BEGIN { printf "<table>"; for (i = 0; i < 50000; i++) printf "<tr><td colspan=1000>1<td rowspan=65534>1<td>2" }' >wide.html
run --check wide.html
exits 1
says 'wide.html: is too large a web page'
awk 'BEGIN { for (i = 0; i < 200000; i++) printf "<div><table><tr><td>" }' >deep.html
run --check deep.html
exits 1
says 'deep.html: is too large a web page'

# As statistics, with the words above the table.
run --sum=period,partner "$srcdir/tests/formats/layouts/eidb-partner/russia.asp"
exits 0
says 'FY2018-19  Russia      1  3,000,250,000  USD'
says 'FY2019-20  Russia      2  4,001,250,000  USD'
finish
