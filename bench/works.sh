# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh disable=SC2016  # what is between single quotes is for other programs
#
# What bench/run measures. Each data set has works. In-memory programs answer them from a loaded
# table, the others from the file. A work has a meaning of its own for each program, and one result.
# The words for awk are in work.awk.

tab=$(printf '\t')

works_of() {
    case $1 in
    claims) echo filter names literal regex sum balance ;;
    baci | comtrade) echo filter sum ;;
    esac
}

# largest_of DATA: more rows than these are not asked for at once with the other data sets.
largest_of() {
    case $1 in
    claims) echo 1000000 ;;
    baci) echo 10000000 ;;
    comtrade) echo 3000000 ;;
    esac
}

# expression_of DATA WORK: what tradescope filters by; nothing where it is no filter.
expression_of() {
    case $1.$2 in
    claims.filter) echo 'flow:import value>=500mn' ;;
    claims.names) echo 'partner:russia period>=2015' ;;
    claims.literal) echo 'quote:"Eastern Maritime Corridor"' ;;
    claims.regex) echo 'quote~/fertili[sz]er|crude oil/i' ;;
    baci.filter) echo 'partner:India period>=2018' ;;
    comtrade.filter) echo 'reporter:India flow:import' ;;
    esac
}

# sql_of DATA: WORK<TAB>SQL. @matches stands for what each database has for regular expressions. Sums
# are in the base unit of each amount.
sql_of() {
    money="value * CASE unit WHEN 'USD bn' THEN 1e9 WHEN 'USD mn' THEN 1e6 WHEN 'INR crore' THEN 1e7 END"
    all="SELECT 'all', count(*), coalesce(sum"
    case $1 in
    claims)
        all="$all($money), 0) FROM t WHERE"
        echo "filter$tab$all flow = 'import' AND $money >= 500e6"
        echo "names$tab$all lower(partner) LIKE '%russia%' AND period >= '2015'"
        echo "literal$tab$all instr(quote, 'Eastern Maritime Corridor') > 0"
        echo "regex$tab$all @matches(quote, 'fertili[sz]er|crude oil')"
        echo "sum${tab}SELECT coalesce(period, '') || '/' || coalesce(flow, ''), count(*)," \
            "coalesce(sum($money), 0) FROM t GROUP BY period, flow"
        echo "balance${tab}SELECT period || '/' || flow, count(DISTINCT value), max(value) FROM t" \
            "WHERE kind = 'figure' AND coalesce(measure, '') = '' AND reporter = 'India'" \
            "AND partner = 'Russia' AND coalesce(product, '') = '' AND flow IN ('export', 'import')" \
            "GROUP BY period, flow"
        ;;
    baci)
        echo "filter$tab$all(v), 0) * 1000 FROM t WHERE j = 699 AND t >= 2018"
        echo "sum${tab}SELECT t || '/export', count(*), sum(v) * 1000 FROM t GROUP BY t"
        ;;
    comtrade)
        echo "filter$tab$all(primaryValue), 0) FROM t WHERE reporterISO = 'IND' AND flowCode = 'M'"
        echo "sum${tab}SELECT refYear || '/' || CASE flowCode WHEN 'M' THEN 'import'" \
            "WHEN 'X' THEN 'export' ELSE 're-export' END, count(*), sum(primaryValue) FROM t" \
            "GROUP BY refYear, flowCode"
        ;;
    esac
}

# duckdb_types DATA: what its reader would not find out, or would get wrong.
duckdb_types() {
    case $1 in
    claims) echo ", types={'id':'VARCHAR','period':'VARCHAR','product':'VARCHAR','value':'DOUBLE'}" ;;
    baci) echo ", nullstr='NA', types={'k':'VARCHAR'}" ;;
    comtrade) echo ", types={'cmdCode':'VARCHAR'}" ;;
    esac
}

# Of these columns sqlite3 makes numbers, of the others text.
numbers_of() {
    case $1 in
    claims) echo value ;;
    baci) echo t i j v q ;;
    comtrade) echo refYear qty primaryValue ;;
    esac
}

# miller_of DATA WORK: statements for each record, which leave rows and sums by key in @n and @s.
miller_of() {
    miller_money='(is_empty($value) ? 0 : $unit == "USD bn" ? $value * 1e9 : $unit == "USD mn" ? $value * 1e6
        : $unit == "INR crore" ? $value * 1e7 : 0)'
    case $1.$2 in
    claims.filter) set -- '$flow == "import" && '"$miller_money >= 500e6" '"all"' "$miller_money" ;;
    claims.names)
        set -- 'is_not_empty($period) && $period >= 2015 && $partner =~ "russia"i' '"all"' "$miller_money"
        ;;
    claims.literal) set -- '$quote =~ "Eastern Maritime Corridor"' '"all"' "$miller_money" ;;
    claims.regex) set -- '$quote =~ "fertili[sz]er|crude oil"i' '"all"' "$miller_money" ;;
    claims.sum) set -- true '$period . "/" . $flow' "$miller_money" ;;
    claims.balance)
        set -- '$kind == "figure" && is_empty($measure) && $reporter == "India" && $partner == "Russia"
            && is_empty($product) && ($flow == "export" || $flow == "import")
            && is_absent(@seen[$period . $flow . $value])' '$period . "/" . $flow' '$value' \
            '@seen[$period . $flow . $value] = 1;'
        ;;
    baci.filter) set -- '$j == 699 && $t >= 2018' '"all"' '$v * 1000' ;;
    baci.sum) set -- true '$t . "/export"' '$v * 1000' ;;
    comtrade.filter) set -- '$reporterISO == "IND" && $flowCode == "M"' '"all"' '$primaryValue' ;;
    comtrade.sum)
        set -- true '$refYear . "/" . {"M": "import", "X": "export", "RX": "re-export"}[$flowCode]' \
            '$primaryValue'
        ;;
    esac
    [ "$2" != '"all"' ] || echo 'begin { @n["all"] = 0; @s["all"] = 0 }'
    cat <<END_OF_MILLER
        if ($1) { k = $2; @n[k] = (is_absent(@n[k]) ? 0 : @n[k]) + 1;
            @s[k] = (is_absent(@s[k]) ? 0 : @s[k]) + ($3); ${4-} }
        end { for (k, n in @n) { print k . "\t" . n . "\t" . @s[k] } }
END_OF_MILLER
}

