#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A request that cannot be met is refused, never ignored: every option that chooses something of the
# data, in every mode, for every kind of file. Each combination either changes the answer, or is
# refused with status 2 and a reason, or the mode had nothing to show without it and says so.
. "${srcdir:-.}/tests/cli/lib.sh"

layouts=$srcdir/tests/formats/layouts
cp "$srcdir/tests/screen/files/two-pairs.csv" claims.csv
cp "$srcdir/tests/screen/files/trade-2019.csv" statistics.csv
cp "$layouts/wdi/API_exports.csv" wide.csv
cp "$layouts/plain/orders.csv" plain.csv
cp "$layouts/baci/BACI_HS17_Y2021_V202301.csv" BACI_HS17_Y2021_V202301.csv
printf 't,i,j,k,v,q\n2022,699,643,10121,6,1\n' >BACI_HS17_Y2022_V202301.csv
printf 'kind,period,reporter,partner,flow,value,unit,text\nfigure,2019,India,Russia,export,4,USD bn,x\n' \
    >one.csv

modes='--print=balance --print=path --print=figures --print=events --print=source --print=checks
    --print=problems --print=rows --print=all --sum=period,flow --export=csv --export=json --check
    --explain=balance --verify'

# answer NAME MODE ARGUMENT...: what it says, with the status.
answer() {
    name=$1
    shift
    run "$@"
    echo "$status" >"$name"
    cat .stdout >>"$name"
    cp .stderr "$name.errors"
}

# Nothing to show: an empty table, or a pane that says that it has none.
has_nothing() {
    sed 1d "$1" | grep -qE '^ *(no |\(?nothing)' || [ "$(sed 1d "$1" | wc -l)" -lt 2 ]
}

# matters MODE OPTION FILE...
matters() {
    mode=$1 option=$2
    shift 2
    answer chosen "$mode" "$option" "$@"
    if [ "$status" -eq 2 ]; then
        grep -q '^tradescope:' chosen.errors || wrong "is refused without a reason"
        [ "$(wc -l <chosen)" -eq 1 ] || wrong "is refused with an answer"
        return
    fi
    ! cmp -s plainly chosen || has_nothing plainly || wrong "changes nothing, and is not refused"
}

# What excludes all rows says so on standard error, beside an empty answer.
for files in claims.csv statistics.csv wide.csv plain.csv 'statistics.csv one.csv' \
    'BACI_HS17_Y2021_V202301.csv BACI_HS17_Y2022_V202301.csv'; do
    for mode in $modes; do
        # shellcheck disable=SC2086  # several files
        answer plainly "$mode" $files
        for option in --pair=Atlantis:Lemuria --product=nosuch --period=1900 -fperiod:1900 \
            --filter=partner:Lemuria; do
            # shellcheck disable=SC2086  # several files
            matters "$mode" "$option" $files
            [ "$status" -eq 2 ] || [ -s chosen.errors ] || wrong "says nothing of what it leaves out"
        done
    done
done

shipped=$srcdir/data/india-russia.csv
# Rows of statistics have no agreement: their sums do.
for mode in --sum=period --export=csv --print=rows; do
    run $mode -f agree:single statistics.csv
    exits 2
    complains 'tests figures'
done

run --print=rows --period=1900 claims.csv
complains 'no rows'
[ "$(sed -n 's/.*no rows *//p' .stderr | head -n 1)" = '' ] || wrong "says on what, and it is nothing"

# Rows are those of every file, each below its name, in either order.
for files in 'statistics.csv one.csv plain.csv' 'plain.csv one.csv statistics.csv'; do
    # shellcheck disable=SC2086  # several files
    run --print=rows $files
    says_line statistics.csv one.csv plain.csv '.*figure *2019 *India.*' '.*destination country.*'
done
run --print=rows --pair=Germany:Poland statistics.csv claims.csv
says_line '.*Germany *Poland.*' 'no rows.*'

# What is of some modes alone is refused in the others, whatever the file.
for mode in $modes; do
    answer plainly "$mode" "$shipped"
    for option in --period=months --scenario=exports=+20% --goal=half-balance --all-rows --strict \
        --csv-safe --styles --partial=3; do
        case $mode$option in
        # These cells are safe; that conflict is a problem, which the status says.
        --export=csv--csv-safe | --check--strict | --sum=*--all-rows) continue ;;
        esac
        matters "$mode" "$option" "$shipped"
    done
done
for mode in --sum=period --export=csv --print=rows --print=events --check --print=problems; do
    run $mode --period=months statistics.csv
    exits 2
done
finish
