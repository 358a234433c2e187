#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sheets of workbooks of the old kind (.xls) are read like CSV files: numbers and texts that formulas
# resulted in, dates of all formats, hidden sheets left out. The sample has three sheets; the hidden
# one has more numbers than the others.

. "${srcdir:-.}/tests/cli/lib.sh"
sample=$srcdir/tests/cli/old_workbook.xls
run --export=csv "$sample"
if grep -q 'built without freexl' .stderr; then
    exits 1
    grep -qF 'convert it: `soffice --headless --convert-to csv FILE`' .stderr || wrong 'names no remedy'
    finish
fi

cat >expected <<'END'
Month,Partner,Value,Share,Twice
2019-01-01,Côte d'Ivoire,1234.5,0.25,2469
2019-02-01,Peru,0.3,0.5,
2019-03-01,two lines,-7,,
END
exits 0
cmp -s .stdout expected || wrong "is not $(cat expected)"
grep -qF 'note: the sheet that is read is `Exports`; left are `Notes`' .stderr || wrong 'does not say which sheet'
grep -qF 'note: the header is line 3; the lines above it are skipped: `Exports of Chile, USD mn,,,,`' .stderr ||
    wrong 'does not show the title'
run_from "$sample" --export=csv -
cmp -s .stdout expected || wrong 'is not read from a pipe'
cp "$sample" book.xls
run --export=csv book.xls:notes
exits 0
says 'Source: customs'
run --check book.xls:None
exits 1
says 'book.xls:None: has no sheet `None`; it has `Exports`, `Notes`, `Lists`'

# As statistics.
run --sum=period '--map=period=Month:day,partner=Partner,reporter=Chile,value=Value,flow=export,unit=USD mn' \
    -f partner:ivoire book.xls
exits 0
says 1,234,500,000

# Cut off, and another document of that kind.
head -c 3000 "$sample" >cut.xls
run --check cut.xls
exits 1
says 'cut.xls: is a document of Office, or a workbook (.xls) that is damaged or too old to be read; convert it'
sed 's/W.o.r.k.b.o.o.k/W_o_r_d_D_o_c_m/' "$sample" >letter.doc
run --check letter.doc
exits 1
says 'letter.doc: is a document of Office, or a workbook'
finish
