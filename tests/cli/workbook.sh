#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sheets of workbooks (.xlsx) are read like CSV files: shared and inline texts, dates as their cells
# show them, rows and cells that are left out, one sheet of several by its name.

. "${srcdir:-.}/tests/cli/lib.sh"
command -v zip >/dev/null || {
    echo 'no zip: skipped'
    exit 77
}

# part NAME: standard input becomes that part of the workbook.
part() {
    mkdir -p "$(dirname "book/$1")" && cat >"book/$1"
}

# pack FILE: makes the workbook of the parts, and forgets them.
pack() {
    rm -f "$1"
    (cd book && zip -q -X -r "../$1" .)
}

part '[Content_Types].xml' <<'END'
<?xml version="1.0"?><Types/>
END
part xl/workbook.xml <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://r">
<x:workbookPr/><x:sheets><x:sheet name="Data" sheetId="1" r:id="rId7"/>
<x:sheet name="Lists" sheetId="2" state="hidden" r:id="rId8"/></x:sheets></x:workbook>
END
part xl/_rels/workbook.xml.rels <<'END'
<?xml version="1.0"?>
<Relationships><Relationship Id="rId8" Type="t" Target="/xl/worksheets/sheet2.xml"/>
<Relationship Id="rId7" Type="t" Target="worksheets/sheet1.xml"/></Relationships>
END
part xl/sharedStrings.xml <<'END'
<?xml version="1.0"?>
<sst><si><t>Exports of India</t></si><si><t>Month</t></si>
<si><r><t>Rus</t></r><r><t>sia</t></r><rPh sb="0" eb="1"><t>roshia</t></rPh></si></sst>
END
part xl/styles.xml <<'END'
<?xml version="1.0"?>
<styleSheet><numFmts count="3"><numFmt numFmtId="164" formatCode="mmm\-yy"/>
<numFmt numFmtId="165" formatCode="#,##0.0 &quot;my day&quot;"/>
<numFmt numFmtId="166" formatCode="[$-409]yyyy"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/>
<xf numFmtId="166"/></cellXfs></styleSheet>
END
part xl/worksheets/sheet1.xml <<'END'
<?xml version="1.0"?>
<worksheet><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="3"/></row>
<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="inlineStr"><is><t>Partner</t></is></c>
<c r="D3" t="str"><f>A1</f><v>USD, &quot;mn&quot;</v></c></row>
<row r="4"><c r="A4" s="1"><v>43497</v></c><c r="B4" t="s"><v>2</v></c><c r="D4" s="3"><v>1234.5</v></c></row>
<row r="5"><c r="A5" s="1"><v>43525</v></c><c r="B5" t="inlineStr"><is><t>Two
lines</t></is></c><c r="D5"><v>0.30000000000000004</v></c></row>
<row><c s="2"><v>59</v></c><c><v>1</v></c><c t="b"><v>1</v></c><c s="4"><v>43497</v></c></row>
</sheetData><mergeCells><mergeCell ref="A1:D1"/></mergeCells></worksheet>
END
part xl/worksheets/sheet2.xml <<'END'
<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Hidden</t></is></c></row>
<row r="2"><c r="A2" t="d"><v>2019-01-31</v></c></row>
<row r="3"><c r="A3"><v>5</v></c></row></sheetData></worksheet>
END
pack book.xlsx

cat >expected <<'END'
Month,Partner,column 3,"USD, ""mn"""
2019-02,Russia,,1234.5
2019-03,Two lines,,0.3
1900-02-28,1,TRUE,2019
END
run --export=csv book.xlsx
exits 0
sed '1s/Partner,,/Partner,column 3,/' .stdout >shown
cmp -s expected shown || wrong "is not $(cat expected)"
# Line 3 of the file is row 3 of the sheet.
grep -qF 'book.xlsx:1: note: the header is line 3' .stderr || wrong 'does not name the header'
run_from book.xlsx --export=csv -
exits 0
says '2019-02,Russia,,1234.5'

# As statistics, with what a sheet does not say.
run --sum=period "--map=period=Month,partner=Partner,reporter=India,value='USD, \"mn\"',flow=export,unit=USD mn" \
    -f partner:russia book.xlsx
exits 0
says 2019-02 1,234,500,000

# One sheet by its name, in either case; a name that is none.
run --export=csv book.xlsx:lists
exits 0
says Hidden 2019-01-31
run --check book.xlsx:None
exits 1
says 'book.xlsx:None: has no sheet `None`; it has `Data`, `Lists`'

# Days that count from 1904, and several sheets.
sed -e 's/x:workbookPr/x:workbookPr date1904="1"/' -e 's/ state="hidden"//' book/xl/workbook.xml >changed
part xl/workbook.xml <changed
pack other.xlsx
run --check other.xlsx
exits 1
says "other.xlsx: has 2 sheets: \`Data\`, \`Lists\`; choose one with a colon behind the name of the file, as in FILE.xlsx:'Data'"
run --export=csv other.xlsx:Data
says '2023-02,Russia,,1234.5'

# One that has four times as many numbers as the other is read, and that is said.
cp book/xl/worksheets/sheet2.xml kept
sed '/<row r="3">/s/<row.*row>//' kept >changed
part xl/worksheets/sheet2.xml <changed
pack larger.xlsx
run --export=csv larger.xlsx
exits 0
says '2023-02,Russia,,1234.5'
grep -qF 'larger.xlsx: note: the sheet that is read is `Data`; left are `Lists`' .stderr || wrong 'does not say so'
part xl/worksheets/sheet2.xml <kept

# A sheet that describes the other, or is empty, does not stand in the way.
sed 's/name="Lists"/name="Series - Metadata"/' book/xl/workbook.xml >changed
part xl/workbook.xml <changed
pack described.xlsx
run --export=csv described.xlsx
exits 0
says '2023-02,Russia,,1234.5'
sed 's/name="Series - Metadata"/name="Lists"/' book/xl/workbook.xml >changed
part xl/workbook.xml <changed
cp book/xl/worksheets/sheet2.xml kept
part xl/worksheets/sheet2.xml <<'END'
<worksheet><sheetData><row r="1"><c r="A1" s="1"/></row></sheetData></worksheet>
END
pack empty.xlsx
run --export=csv empty.xlsx
exits 0
says '2023-02,Russia,,1234.5'
part xl/worksheets/sheet2.xml <kept

# Entities are never expanded, and what is damaged is named.
part xl/sharedStrings.xml <<'END'
<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa">]><sst><si><t>&a;</t></si></sst>
END
pack entities.xlsx
run --check entities.xlsx:Data
exits 1
says 'entities.xlsx:Data: is no workbook that can be read: its part sharedStrings.xml declares entities'
part xl/sharedStrings.xml <<'END'
<sst><si><t>open
END
pack damaged.xlsx
run --check damaged.xlsx:Data
exits 1
says 'damaged.xlsx:Data: is damaged: its part sharedStrings.xml is no XML (no element found); save it again'

# A document has no sheets.
rm -r book/xl
part word/document.xml <<'END'
<document/>
END
pack letter.docx
run --check letter.docx
exits 1
says 'letter.docx: is a document, or a workbook of a kind that cannot be read (it has no xl/workbook.xml)'
finish
