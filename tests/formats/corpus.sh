#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Real files, if they are next to the sources: the sums of the program
# equal those that awk computes from the files. Skipped without them.

: "${srcdir:=.}"
TRADESCOPE_DATADIR=$srcdir/data
export TRADESCOPE_DATADIR
corpus=${CORPUS:-$srcdir/../shared/corpus}
program=${ROWS:-$PWD/tests/formats/rows}
[ -d "$corpus" ] || {
    echo "no $corpus: skipped"
    exit 77
}
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' 0
failures=0

# Splits a record into f[1] to f[n], with quotes as RFC 4180 has them.
cat >"$scratch/split.awk" <<'END'
function cells(line, f, separator,    n, i, c, quoted, cell) {
    sub(/\r$/, "", line)
    if (!index(line, "\""))
        return split(line, f, separator)
    n = 0; cell = ""; quoted = 0
    for (i = 1; i <= length(line); i++) {
        c = substr(line, i, 1)
        if (c == "\"") {
            if (quoted && substr(line, i + 1, 1) == "\"") { cell = cell c; i++ }
            else quoted = !quoted
        } else if (c == separator && !quoted) { f[++n] = cell; cell = "" }
        else cell = cell c
    }
    f[++n] = cell
    return n
}
END

# raw FILE SEPARATOR PROGRAM: awk over the records of a file, as f[1] to f[n].
raw() {
    { cat "$scratch/split.awk"; echo "{ n = cells(\$0, f, \"$2\") } $3"; } >"$scratch/raw.awk"
    LC_ALL=C awk -f "$scratch/raw.awk" "$corpus/$1"
}

# rows PROGRAM: awk over what was understood of $file: period, reporter, partner, flow, product,
# value without separators, unit.
rows() {
    awk -F ' [|] ' "NF == 7 { gsub(/,/, \"\", \$6) } $1" "$scratch/rows"
}

reads() {
    file=$1
    "$program" "$corpus/$file" >"$scratch/rows" 2>&1
    first=$(head -n 1 "$scratch/rows")
    [ "$first" = "$2" ] || {
        echo "$file: $first, not $2"
        failures=$((failures + 1))
    }
}

# same WHAT UNDERSTOOD RAW
same() {
    if [ -z "$3" ] || [ "$2" != "$3" ]; then
        echo "$file: $1: understood $2, the file has $3"
        failures=$((failures + 1))
    fi
}

sum='{ printf "%.3f", s }'

# --- India and Russia in 2019: three sources ---

reads comtrade_legacy/India_2019_TOTAL_all_partners_incl_Russia.csv 'format comtrade-legacy'
same 'imports from Russia' 6226189464 \
    "$(rows '$3 == "Russia" && $4 == "import" { print $6 }')"
same 'exports to Russia' 2871228560 "$(rows '$3 == "Russia" && $4 == "export" { print $6 }')"
same 'imports from Russia in the file' 6226189464 \
    "$(raw "$file" , 'f[13] == "Russian Federation" && f[8] == "Import" { print f[32] }')"
same 'sum of partners' "$(rows '$3 != "World" && $4 == "import" { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'f[12] != 0 && f[8] == "Import" { s += f[32] } END '"$sum")"

reads india_dgcis/MEIDB_monthly_by_country_2007-2020_import_export_cols.csv 'format dgcis-monthly'
same 'imports from Russia in 2019' 6236.95 \
    "$(rows '$3 == "Russia" && $4 == "import" && $1 ~ /^2019/ { s += $6 } END { printf "%.2f", s }')"
same 'exports to Russia in 2019' 2864.83 \
    "$(rows '$3 == "Russia" && $4 == "export" && $1 ~ /^2019/ { s += $6 } END { printf "%.2f", s }')"
same 'all imports' "$(rows '$4 == "import" { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'FNR > 1 { s += f[3] } END '"$sum")"
same 'rows' "$(rows 'NF == 7 { k++ } END { print k }')" \
    "$(raw "$file" , 'FNR > 1 { k += (f[3] != "") + (f[4] != "") } END { print k }')"

reads india_dgcis/Kaggle_exports_and_imports_of_india_1997-Jul2022.csv 'format dgcis-countries'
same 'imports from Russia in FY2019-20' 7093.01 \
    "$(rows '$3 == "Russia" && $4 == "import" && $1 == "FY2019-20" { print $6 }')"
same 'exports to Russia in FY2019-20' 3017.67 \
    "$(rows '$3 == "Russia" && $4 == "export" && $1 == "FY2019-20" { print $6 }')"
same 'exports' "$(rows '$4 == "export" { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'FNR > 1 && f[7] != "till now" { gsub(/,/, "", f[2]); s += f[2] } END '"$sum")"
same 'years that are not over' \
    "$(sed -n 's/^left out \([0-9]*\): a year that was not over.*/\1/p' "$scratch/rows")" \
    "$(grep -c ',till now' "$corpus/$file")"

# --- the others ---

reads india_dgcis/Principal_Commodity_wise_export_202223.csv 'format dgcis-commodity'
same 'exports' "$(rows '$1 == "FY2022-23" && $4 == "export" { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'FNR > 1 && f[1] != "TOTAL" { s += f[5] } END '"$sum")"
same 'exports to Russia' "$(rows '$3 == "Russia" { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'f[2] ~ /^RUSSIA *$/ { s += f[5] } END '"$sum")"

reads comtrade_new/CHN_DEU_USA_2022_TOTAL_all_partners_latin1_crlf.csv 'format comtrade'
same 'exports of Germany to the world' \
    "$(rows '$2 == "Germany" && $3 == "World" && $4 == "export" { print $6 }')" \
    "$(raw "$file" , 'f[9] == "Germany" && f[12] == 0 && f[10] == "X" { print f[44] }')"
same 'sum of the partners of China' \
    "$(rows '$2 == "China" && $3 != "World" && $4 == "import" { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'f[8] == "CHN" && f[12] != 0 && f[10] == "M" { s += f[44] } END '"$sum")"
same 'Türkiye' "$(rows '$3 == "Türkiye" || $3 == "Turkey" { k++ } END { print k }')" \
    "$(raw "$file" , 'f[13] == "TUR" { k++ } END { print k }')"

reads comtrade_new/CN_2022_services_EBOPS.csv 'format comtrade'
same 'rows' "$(rows 'NF == 7 { k++ } END { print k }')" \
    "$(raw "$file" , 'FNR > 1 { k++ } END { print k }')"
reads comtrade_new/TH_HS8542_2014-2024_latin1.csv 'format comtrade'
same 'imports' "$(rows '$5 == "8542" { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'FNR > 1 { s += f[44] } END '"$sum")"

reads comtrade_legacy/China_India_2010_H3_old_web_variant_no_names.csv 'format comtrade-codes'
same 'imports by two digits' \
    "$(rows '$4 == "import" && $2 == "India" && length($5) == 2 { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'f[2] == 699 && f[3] == 1 && length(f[6]) == 2 { s += f[10] } END '"$sum")"
reads comtrade_legacy/US_China_2017_12col_subset.csv 'format comtrade-legacy'
same 'exports' "$(rows '$4 == "export" { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'f[4] == "Export" { s += f[11] } END '"$sum")"
same 'chapters of one digit' "$(rows '$5 ~ /^0/ { k++ } END { print k }')" \
    "$(raw "$file" , 'FNR > 1 && length(f[9]) == 1 { k++ } END { print k }')"
reads comtrade_legacy/EU28_EUR_cement_newcodes.csv 'format comtrade-legacy'
same 'imports from the world' \
    "$(rows '$3 == "World" && $4 == "import" { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'f[12] == 0 && f[8] == "M" { s += f[32] } END '"$sum")"
reads baci/BACI_HS17_2021_AFG_ZAF_exports.csv 'format baci'
same 'exports' "$(rows 'NF == 7 { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'FNR > 1 { s += f[5] } END '"$sum")"
same 'codes of six digits' "$(rows '$5 ~ /^[0-9][0-9][0-9][0-9][0-9][0-9]$/ { k++ } END { print k }')" \
    "$(raw "$file" , 'FNR > 1 { k++ } END { print k }')"
same 'codes that lost a zero' "$(rows '$5 ~ /^0/ { k++ } END { print k }')" \
    "$(raw "$file" , 'FNR > 1 && length(f[4]) == 5 { k++ } END { print k }')"
same 'sold to Russia' "$(rows '$3 == "Russia" { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'f[3] == 643 { s += f[5] } END '"$sum")"

reads brazil_comexstat/EXP_2021_500rows_raw.csv 'format comexstat'
same 'exports' "$(rows '$4 == "export" { s += $6 } END '"$sum")" \
    "$(raw "$file" ';' 'FNR > 1 { s += f[11] } END '"$sum")"
same 'exports to the United States' "$(rows '$3 == "United States" { s += $6 } END '"$sum")" \
    "$(raw "$file" ';' 'f[5] == "249" { s += f[11] } END '"$sum")"

reads imf_dots/DOTS_2024M2_G7_value_status_rows.csv 'format imf-dots'
same 'exports of Germany to France' \
    "$(rows '$2 == "Germany" && $3 == "France" && $4 == "export" { print $1, $6 }')" \
    "$(raw "$file" , 'f[2] == 134 && f[6] == 132 && f[4] == "TXG_FOB_USD" && f[7] == "Value" {
        print "2024-02", f[8] }')"
same 'exports' "$(rows '$4 == "export" { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'f[4] == "TXG_FOB_USD" && f[7] == "Value" { s += f[8] } END '"$sum")"

reads imf_dots/DOTS_India_exports_FOB_from_xlsx.csv 'format imf-dots-workbook'
same 'exports to Russia in 2019' 2868.29 \
    "$(rows '$1 == "2019" && $2 == "India" && $3 == "Russia" && $4 == "export" {
        printf "%.2f", $6 }')"
same 'exports to the world' "$(rows '$3 == "World" { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'f[2] == "World" { for (i = 3; i <= n; i++) s += f[i] } END '"$sum")"

reads unctad/US_TradeMerchTotal.csv 'format unctad'
same 'exports of India' "$(rows '$2 == "India" && $4 == "export" { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'f[2] == "356" && f[4] == "02" { s += f[6] } END '"$sum")"

reads us_census/USATradeOnline_Standard_Report_Exports_2.csv 'format us-census'
same 'exports to Mexico in whole years' \
    "$(rows '$3 == "Mexico" && $1 ~ /^[0-9]+$/ { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'f[1] == "Mexico" && f[2] !~ / through / { gsub(/,/, "", f[3]); s += f[3] }
        END '"$sum")"
same 'parts of years' "$(rows '$1 == "2024-01/2024-10" { k++ } END { print k }')" \
    "$(grep -c '2024 through October' "$corpus/$file")"

reads wits/en_IND_AllYears_WITS_Trade_Summary.CSV 'format wits-summary'
same 'all exports' \
    "$(rows '$3 == "World" && $4 == "export" && $5 == "TOTAL" { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'f[5] == "Exports (in US$ Mil)" { for (i = 6; i <= n; i++) s += f[i] }
        END '"$sum")"
same 'exports of 2015' \
    "$(rows '$1 == "2015" && $3 == "World" && $4 == "export" && $5 == "TOTAL" { print $6 + 0 }')" \
    "$(raw "$file" , 'f[5] == "Exports (in US$ Mil)" { print f[6] + 0 }')"
reads wits/WITS-Partner_World_exports_2018_long.csv 'format wits-partner-flows'
same 'exports' "$(rows '$4 == "export" { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'FNR > 1 { s += f[7] } END '"$sum")"
reads wits/WITS_query_SGP_HS2_TradeValue_in_1000_USD.csv 'format wits-query'
same 'imports' "$(rows '$4 == "import" { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'f[8] == "Import" { s += f[10] } END '"$sum")"

reads dirty/StatsNZ_exports_Mon-YY_period.csv 'format statsnz'
same 'exports of January 2015' "$(rows '$1 == "2015-01" { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'f[3] == "Jan-15" { s += f[4] } END '"$sum")"
reads dirty/WDI_exports_wide_bom_scientific_notation.csv 'format wdi'
same 'exports of Aruba' "$(rows '$2 == "Aruba" { s += $6 } END '"$sum")" \
    "$(raw "$file" , 'f[2] == "ABW" { for (i = 5; i <= n; i++) s += f[i] } END '"$sum")"

# --- what is no trade ---

refused() {
    "$program" "$corpus/$1" >"$scratch/rows" 2>&1
    grep -qF -e "refused: $2" "$scratch/rows" || {
        echo "$1: $(head -n 1 "$scratch/rows"), not refused: $2"
        failures=$((failures + 1))
    }
}
refused comtrade_legacy/ERROR_query_too_complex_not_data.csv 'is the text of a message and no data'
refused baci/country_codes_V202301.csv 'is a table of codes'
refused baci/product_codes_HS17_V202301.csv 'is a table of codes'
refused brazil_comexstat/PAIS_latin1.csv 'is a table of codes'
refused cow/Dyadic_COW_4.0_IS_A_GIT_LFS_POINTER.csv 'is a Git LFS pointer'
reads dirty/Argentina_export_orders_semicolon_decimalcomma_cp1252.csv 'plain table'

echo "$failures failures"
exit $((failures > 0))
