#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sequences that control a terminal, sent through every channel. None
# of them arrives unchanged.
. "${srcdir:-.}/tests/cli/lib.sh"

# One sequence a line, in octal: every C0 but NUL, tab and the line ends; DEL; every C1 as U+0080 to
# U+009F and as a byte alone; OSC, DCS, the end of a paste; signs of direction, of no width, of lines.
octals=$(awk 'BEGIN {
    for (i = 1; i < 32; i++)
        if (i != 9 && i != 10 && i != 13)
            printf "\\%03o\n", i
    printf "\\177\n\\033]52;c;aWQ=\\007\n\\033P+q544e\\033\\134\n\\033[201~\n\\033[31m\n"
    for (i = 128; i < 160; i++)
        printf "\\302\\%03o\n", i
    for (i = 0; i < 5; i++)
        printf "\\342\\200\\%03o\n\\342\\201\\%03o\n", 170 + i, 166 + i
    printf "\\342\\201\\251\n\\342\\200\\213\n\\342\\200\\216\n\\342\\200\\217\n\\342\\200\\250\n"
    printf "\\342\\200\\251\n\\342\\201\\240\n\\357\\273\\277\n\\330\\234\n\\363\\240\\200\\201\n"
}' | grep -v '^$')
# shellcheck disable=SC2059  # made to be a format
printf "$(echo "$octals" | sed 's/$/\\n/' | tr -d '\n')" >sequences
# shellcheck disable=SC2059
all=$(printf "$(echo "$octals" | tr -d '\n')")
alone=$(printf '\200\233\235\220')
[ "$(wc -l <sequences)" -gt 80 ] || wrong "there are too few sequences"

# arrives_not FILE...: contains none of the sequences, and no invalid UTF-8.
arrives_not() {
    for file; do
        ! LC_ALL=C grep -aqF -f sequences "$file" || {
            wrong "lets through, in $file:"
            LC_ALL=C grep -aF -f sequences "$file" | head -n 3 | od -c | head -n 20
        }
        iconv -f UTF-8 -t UTF-8 "$file" >/dev/null 2>&1 || wrong "writes no UTF-8, in $file"
    done
}

is_harmless() {
    arrives_not .stdout .stderr
    [ "$status" -lt 3 ] || wrong "exits $status"
}

# The test detects them when they are there.
printf 'a\033b' >seen
LC_ALL=C grep -aqF -f sequences seen || wrong "does not find an escape"

# --- cells, headers, names of files ---

cat >names <<'END'
id,kind,date,period,reporter,partner,flow,measure,value,unit,qualifier,base,text,quote,source
END
{
    sed "s/\$/,\"extra $(printf %s "$all" | sed 's/[][\\&/]/\\&/g')\"/" names
    printf '%s\n' "x,figure,2024-07-05,FY2023-24,India,\"Ru${all}ssia\",export,value,4.26,USD bn,exact,,\"Exports $all\",\"Stood $all at \$4.26 billion.\",\"s $all\",\"e $all\""
    printf '%s\n' "m,fig$all,2024-07-05,FY$all,India,Russia,import,\"v $all\",6$all,USD$all,exact,,Imports,\"A quote.\",s1,e"
    printf '%s\n' "n,figure,2024-07-05,FY2023-24,India,Russia,import,value,5,USD bn,exact,,$alone,\"A quote.\",s1,e"
} >hostile.csv
{
    printf '%s\n' "year,\"land $all\",flow,\"value $all\""
    printf '%s\n' "2020,\"A $all\",export,5"
} >plain.csv
cp hostile.csv "in$all.csv"
for file in hostile.csv plain.csv "in$all.csv" "missing$all.csv"; do
    for mode in --print --print=rows --print=problems --check --sum=zzz --sum=reporter --export=json \
        --explain=coverage "--explain=$all" "--sum=$all" --sum=partner; do
        run "$mode" "$file"
        is_harmless
    done
    for filter in 'zzz=1' "partner:$all" "$all" "partner=\"Russia" 'land:A' 'value>=1bn' "period=$all"; do
        run --print -f "$filter" "$file"
        is_harmless
    done
done
run --sum=zzz --export=json plain.csv
is_harmless

# JSON says the same in other characters: what was read is what is written.
if command -v jq >/dev/null; then
    printf 'year,text\n2020,"a%sz"\n' "$all" >same.csv
    run --export=json same.csv
    exits 0
    arrives_not .stdout
    jq -j '.[0].text' .stdout >.text
    printf 'a%sz' "$all" | cmp -s - .text || wrong "JSON says another text than the cell has"
fi

# --- the command line and the environment ---

for option in pair product period scenario goal format map color print headless partial export \
    "unknown$all" explain filter sum; do
    for value in "$all" "India:$all" "period=$all" "$all=$all"; do
        run "--$option=$value" hostile.csv
        is_harmless
        run "--$option=$value"
        is_harmless
    done
done
run "-$all"
is_harmless
run --print "$all" "$all:$all"
is_harmless
for variable in COLUMNS LINES HOME XDG_STATE_HOME XDG_CONFIG_HOME TRADESCOPE_DATADIR TERM LC_ALL LANG; do
    for mode in --print --list-formats --check; do
        command_line="$variable=... tradescope $mode"
        status=0
        env "$variable=/$all" "$program" "$mode" </dev/null >.stdout 2>.stderr || status=$?
        is_harmless
    done
done

# --- members of archives, formats, scenarios ---

if command -v zip >/dev/null; then
    cp names "member$all.csv"
    cp names "other$all.csv"
    zip -q two.zip "member$all.csv" "other$all.csv"
    zip -q one.zip "member$all.csv"
    for name in one.zip two.zip "two.zip:$all" "two.zip:member$all.csv"; do
        run --check "$name"
        is_harmless
        run --print "$name"
        is_harmless
    done
fi
own=$XDG_CONFIG_HOME/tradescope/formats
mkdir -p "$own"
printf 'title %s\nsource %s\nheader with "%s" year value\nnote %s\n%s %s\n' \
    "T $all" "S $all" "land $all" "N $all" "$all" "$all" >"$own/bad.format"
printf 'title    %s\nsource   %s\nheader   with year flow\nperiod   from year as yyyy year\nflow     from flow\nreporter is India\npartner  is Russia\nvalue    from "value %s"\nunit     is USD\nnote     %s\n' \
    "T $all" "S $all" "$all" "N $all" >"$own/title.format"
for mode in --list-formats --check --print --print=rows --sum=flow --sum=zzz --explain=coverage; do
    run "$mode" plain.csv
    is_harmless
done
rm -r "$own"
state=${XDG_STATE_HOME:-$HOME/.local/state}/tradescope
mkdir -p "$state"
printf 'india-russia.csv\tname%s\texports=+20%%%s\n' "$all" "$all" >"$state/scenarios"
printf 'history %s\n' "$all" >"$state/history-command"
for keys in ':scenario ' ':scenario \t\t' ':scenarios\r' ':\033[A' ':\020' ':compare \t\t\r'; do
    # shellcheck disable=SC2059
    printf "$keys" >keys
    run_from keys --headless=80x24
    is_harmless
done

# --- CSV, exact in a pipe or file, visible on a terminal ---

printf 'year,text\n2020,a%sz\n' "$(printf '\033\302\233')" >exact.csv
run --export=csv exact.csv
cmp -s exact.csv .stdout || wrong "does not write the bytes as they are"
# Of util-linux; another program of that name has other options.
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
    command_line='tradescope --export=csv (on a terminal)'
    status=0
    script -qec "'$program' --export=csv hostile.csv; '$program' --sum=partner --export=csv hostile.csv" \
        /dev/null </dev/null >.stdout 2>.stderr
    arrives_not .stdout
    says 'control characters are shown as signs on a terminal'
    status=0
    script -qec "'$program' --export=csv '$srcdir/data/india-russia.csv'" /dev/null </dev/null \
        >.stdout 2>.stderr
    says_not 'control characters'
fi

# --- cells that a spreadsheet would run ---

cat >formulas.csv <<'END'
year,text,=cmd
2020,=1+1,-5
2021,+A1,+5.5
2022,-A1,-1.5e3
2023,@sum,-5%
2024,"=a,b",plain
2025,'as it is,-1+1
END
run --export=csv formulas.csv
cmp -s formulas.csv .stdout || wrong "changes what it was not asked to"
run --export=csv --csv-safe formulas.csv
says_exactly <<'END'
year,text,'=cmd
2020,'=1+1,-5
2021,'+A1,+5.5
2022,'-A1,-1.5e3
2023,'@sum,-5%
2024,"'=a,b",plain
2025,'as it is,'-1+1
END
for mode in --check --print --export=json --sum=text; do
    run --csv-safe "$mode" formulas.csv
    exits 2
    complains '--csv-safe is for --export=csv or tsv; add one'
done

finish
