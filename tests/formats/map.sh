#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the user says of a file: --map completes a format or describes a file that nobody knows,
# and what it lacks is named with the remedy. --format decides.

. "${srcdir:-.}/tests/formats/lib.sh"

# says FILE MAP FORMAT: what is read is what stands on standard input.
says() {
    cat >"$scratch/expected"
    "$program" "$1" "$2" "$3" >"$scratch/rows" 2>&1
    compare "$1 $2 $3"
}

# --- a known layout that lacks something ---

says "$folder/comtrade-legacy/hand-trimmed.csv" flow=import,reporter=China <<'END'
format comtrade-legacy
2012 | China | Japan | import | 731815 | 2500 | USD
END
says "$folder/comtrade-legacy/hand-trimmed.csv" flow=import <<'END'
refused: lacks its reporter; name the column or what holds for all rows, as in --map reporter=India
END
says "$folder/dgcis-commodity/renamed.csv" period=FY2022-23,flow=export <<'END'
format dgcis-commodity
FY2022-23 | India | Russia | export | TEA | 0.87 | USD mn
END

# --- one that nobody knows, below a title ---

cat >"$scratch/own.csv" <<'END'
Annual report,,,,
Year,Where,Trade Value,Dir,Month
2019,Russian Federation,"1,234.5",Exports,2
2020,India,7,M,11
END
says "$scratch/own.csv" "period=Year,value='Trade Value',scale=1000,flow=export,reporter=India" <<'END'
format --map
2019 | India |  | export |  | 1,234.5 | USD thousand
2020 | India |  | export |  | 7 | USD thousand
END
says "$scratch/own.csv" \
    "period=Year+Month,value=\"Trade Value\",unit=EUR,scale=1000000,flow=Dir,reporter=ESP,partner=Where" <<'END'
format --map
2019-02 | Spain | Russia | export |  | 1,234.5 | EUR mn
2020-11 | Spain | India | import |  | 7 | EUR mn
END
says "$scratch/own.csv" "period=Yeer,value='Trade Value',unit=USD,flow=Dir,reporter=India" <<'END'
refused: has no column `Yeer`, and that is no period; did you mean Year? its columns are Year, Where, Trade Value, Dir, Month
END
says "$scratch/own.csv" "period=Year,value='Trade Value',unit=USD,flow=Dir,reporter=Indya" <<'END'
refused: has no column `Indya`, and that is no reporter; its columns are Year, Where, Trade Value, Dir, Month
END
says "$scratch/own.csv" "period=Year,value='Trade Value',reporter=India" <<'END'
refused: lacks its flow and unit; name the column or what holds for all rows, as in --map flow=export,unit=USD
END

says "$scratch/own.csv" "period=Year,value='Trade Value',unit=birr,flow=Dir,reporter=India" <<'END'
refused: has no column `birr`, and that is no unit; did you mean ETB? its columns are Year, Where, Trade Value, Dir, Month
END

# --- codes of countries: whose, has to be said ---

printf 'Y;V;P\n2019;5;643\n2019;6;004\n' >"$scratch/codes.csv"
says "$scratch/codes.csv" period=Y,value=V,unit=USD,flow=import,reporter=India,partner=P <<'END'
format --map
2019 | India | 643 | import |  | 5 | USD
2019 | India | 004 | import |  | 6 | USD
END
says "$scratch/codes.csv" \
    period=Y,value=V,unit=USD,flow=import,reporter=India,partner=P:country-m49 <<'END'
format --map
2019 | India | Russia | import |  | 5 | USD
2019 | India | Afghanistan | import |  | 6 | USD
END

# --- years that are not what they look like ---

printf 'Y;V\n201112;5\n' >"$scratch/fiscal.csv"
says "$scratch/fiscal.csv" period=Y,value=V,unit=USD,flow=import,reporter=India <<'END'
refused: cannot be read: `Y`: `201112` is 2011-12 as month and FY2011-12 as fiscal-year; nothing in the file tells which; write period=Y:month or period=Y:fiscal-year
END
says "$scratch/fiscal.csv" period=Y:month,value=V,unit=USD,flow=import,reporter=India <<'END'
format --map
2011-12 | India |  | import |  | 5 | USD
END
says "$scratch/fiscal.csv" period=Y:fiscal-year,value=V,unit=USD,flow=import,reporter=India <<'END'
format --map
FY2011-12 | India |  | import |  | 5 | USD
END

# --- what is no wish ---

refuses() {
    "$program" "$scratch/own.csv" "$1" >"$scratch/rows" 2>&1
    grep -qF -e "rows: --map: $2" "$scratch/rows" || {
        echo "--map $1: $(cat "$scratch/rows"), not $2"
        failures=$((failures + 1))
    }
}
refuses valu=Trade '`valu` is no field; there are period'
refuses period 'a `=` is missing behind `period`'
refuses "value='x" 'the quote behind value= is not closed'
refuses period= 'nothing stands behind period='
refuses period=Year,period=Month 'period is stated twice'
refuses "value='x'y" 'a comma is missing before `y`'
refuses value=V,scale=7 'scale=7 is none of 1, 1000'
refuses "value=V,unit='USD mn',scale=1000" 'with scale=1000 the unit is a currency alone'

# --- formats by name ---

baci=$folder/baci/BACI_HS17_Y2021_V202301.csv
says "$baci" '' comtrade <<'END'
refused: is not of the format comtrade (UN Comtrade): its header lacks `period`, `primaryvalue`, `cmdcode`, `flowcode`, `reporterdesc`, `partnerdesc`; --list-formats tells how each is recognised
END
says "$baci" '' nonesuch <<'END'
refused: cannot be read as `nonesuch`: there is no such format; --list-formats lists them
END

echo "$failures failures"
exit $((failures > 0))
