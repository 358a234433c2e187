#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# India's trade with Russia in 2019 in three files of $TRADESCOPE_CORPUS, or else ../shared/corpus
# beside the source root: three series, each under its own name, none added to another. The values
# are added up from the files with awk. Exit 77 (skipped) where there are none.
: "${srcdir:=.}"
corpus=${TRADESCOPE_CORPUS:-$srcdir/../shared/corpus}
if [ ! -d "$corpus/india_dgcis" ]; then
    echo "statistics.sh: no $corpus: skipped" >&2
    exit 77
fi
corpus=$(cd "$corpus" && pwd)
comtrade=$corpus/comtrade_legacy/India_2019_TOTAL_all_partners_incl_Russia.csv
monthly=$corpus/india_dgcis/MEIDB_monthly_by_country_2007-2020_import_export_cols.csv
fiscal=$corpus/india_dgcis/Kaggle_exports_and_imports_of_india_1997-Jul2022.csv
. "$srcdir/tests/cli/lib.sh"

# values FILE...: period, flow and value of the figures, one a line.
values() {
    run --export=csv --pair=India:Russia "$@"
    exits 0
    awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
        { print $column["period"], $column["flow"], $column["value"] }' .stdout |
        grep -E '^(2019|FY2019-20) ' | sort >values
}

# states LINES: what the last values are.
states() {
    printf '%s\n' "$@" | sort >wanted
    cmp -s values wanted || wrong "states $(tr '\n' ';' <values) not $(tr '\n' ';' <wanted)"
}

values "$comtrade"
states "2019 export $(awk -F, '/^H5,.*,2,Export,.*,RUS,/ { print $(NF - 3) }' "$comtrade")" \
    "2019 import $(awk -F, '/^H5,.*,1,Import,.*,RUS,/ { print $(NF - 3) }' "$comtrade")"
states '2019 export 2871228560' '2019 import 6226189464'

awk -F, '$2 == "RUSSIA" && /^2019/ { m += $3; x += $4 }
    END { printf "2019 export %.2f\n2019 import %.2f\n", x, m }' "$monthly" >awk.monthly
values "$monthly"
states "$(sed -n 1p awk.monthly)" "$(sed -n 2p awk.monthly)"
states '2019 export 2864.83' '2019 import 6236.95'

values "$fiscal"
states 'FY2019-20 export 3017.67' 'FY2019-20 import 7093.01'

# All of them: beside each other.
values "$comtrade" "$monthly" "$fiscal"
states '2019 export 2871228560' '2019 import 6226189464' '2019 export 2864.83' \
    '2019 import 6236.95' 'FY2019-20 export 3017.67' 'FY2019-20 import 7093.01'

finish
