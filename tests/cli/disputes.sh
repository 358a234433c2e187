#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Disputes as a table: each claim of each dispute once, with what would reconcile them.

. "${srcdir:-.}/tests/cli/lib.sh"

cat >claims.csv <<'END'
id,kind,date,period,reporter,partner,flow,value,unit,qualifier,quote,source
a,figure,2024-07-09,2023,India,Russia,total,65.70,USD bn,,Trade was 65.70.,x
b,figure,2024-05-01,2023,India,Russia,total,63.1,USD bn,,Trade was 63.1.,y
c,figure,2024-05-01,2023,India,Russia,export,4.26,USD bn,,Exports were 4.26.,y
END
run --print=disputes --export=csv claims.csv
exits 0
says_exactly <<'END'
dispute,outcome,on,claim,value,value unit,exactness,date,speaker,quote,difference,would reconcile,id,source,file,line
1,conflict,India > Russia: total 2023,total 2023,65700000000,USD,,2024-07-09,,Trade was 65.70.,"$2.60bn between them; what their words leave open is 3.9 % apart","provisional figures: y's $63.1bn is of 2024-05-01, x's $65.70bn of 2024-07-09; it may be revised",a,x,claims.csv,2
1,conflict,India > Russia: total 2023,total 2023,63100000000,USD,,2024-05-01,,Trade was 63.1.,"$2.60bn between them; what their words leave open is 3.9 % apart","provisional figures: y's $63.1bn is of 2024-05-01, x's $65.70bn of 2024-07-09; it may be revised",b,y,claims.csv,3
END
run --print=disputes claims.csv
exits 0
says 'would reconcile: provisional figures: ' 'quote: Trade was 63.1.'

finish
