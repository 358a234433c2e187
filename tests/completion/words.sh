#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# --complete, which the shells ask: a word, a tab and a remark a line, or "files".
. "${srcdir:-.}/tests/completion/lib.sh"

offers() {
    exits 0
    complains_not
    for word; do
        cut -f 1 .stdout | grep -qxF -e "$word" || wrong "does not offer: $word"
    done
}

run --complete
exits 0
says_nothing
run --complete -- ''
offers files
run --complete -- --check ex
offers files
run --complete -- -- --check
offers files
run --complete -- -
offers -f --filter= --print --print= --check -V
run --complete -- --pr
offers --print --print= --product=
says_not '--period'
run --complete -- --export=
[ "$(cut -f 1 .stdout | tr '\n' ' ')" = '--export=csv --export=tsv --export=json --export=md --export=html --export=txt --export=csl-json --export=bibtex --export=ris --export=claimreview ' ] || wrong 'other formats'
run --complete -- --export ''
[ "$(cut -f 1 .stdout | tr '\n' ' ')" = 'csv tsv json md html txt csl-json bibtex ris claimreview ' ] || wrong 'other formats'
run --complete -- --expo=j # as getopt takes the beginning of a name
offers --expo=json
run --complete -- -fflow:exp
offers -fflow:export
run --complete -- --headless=
says_nothing
run --complete -- --no-such=x
says_nothing

# What depends on a file: its columns, its values, read as --format and --map say.
printf 't,i,j,k,v,q\n2020,699,643,270900,5.5,1\n' >baci.csv
run --complete -- baci.csv --sum=t,
offers '--sum=t,i' '--sum=t,k'
printf 'Year,Trade Value,Who\n2020,5,India\n' >own.csv
run --complete -- own.csv --map=per
offers '--map=period='
run --complete -- own.csv --map=period=Year,value=T
offers "--map=period=Year,value='Trade Value'"
run --complete -- own.csv -f Who:I
offers 'Who:India'
printf 'Year,Goods\n2020,tin\n' >other.csv
run --complete -- own.csv other.csv --sum=
offers --sum=Who --sum=Goods
run --complete -- --pair=India:Switz
offers --pair=India:Switzerland
run --complete -- '--goal=target,im'
offers '--goal=target,imports='

# Nothing waits: neither for a pipe, nor for standard input, nor for the end of a large file.
mkfifo pipe
for file in pipe - /dev/zero . no-such.csv; do
    run --complete -- "$file" --sum=
    exits 0
    says_nothing
    complains_not
done
{ echo Year,Goods && yes 2020,tin | head -n 20000; } >large.csv
truncate -s 100G large.csv
run --complete -- large.csv --sum=
offers --sum=Goods

# No sign that a terminal obeys, in names and in values.
make_hostile_file
run --complete -- hostile.csv --sum=
offers '--sum=a$(touch ran)' '--sum=b`touch ran`' '--sum=d;touch ran'
says_not lines red bidi
printf 'name,n\nplain,1\n"ring\007bell",1\n' >values.csv
run --complete -- values.csv -f name:
offers name:plain
! grep -q "$(printf '\007')" .stdout || wrong 'rings the bell'
finish
