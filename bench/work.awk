# SPDX-License-Identifier: GPL-3.0-or-later
#
# The works of the benchmark over a CSV file, in any awk: what a user of awk would write, with quoted
# fields read rightly. Also counts what other programs exported. Run with -v work=WORK; writes
# "KEY<TAB>COUNT<TAB>SUM" for each group.

# The columns of a line as field[1], field[2], ... Quotes split it into pieces outside and inside,
# by turns; an empty one outside is a quotation mark that was written twice.
function split_record(line,    count, pieces, piece, i, j, parts, part) {
    if (index(line, "\"") == 0)
        return split(line, field, ",")
    count = 1
    field[1] = ""
    pieces = split(line, piece, "\"")
    for (i = 1; i <= pieces; i++) {
        if (i % 2 == 0) {
            field[count] = field[count] piece[i]
        } else if (piece[i] == "") {
            if (i > 1 && i < pieces)
                field[count] = field[count] "\""
        } else {
            parts = split(piece[i], part, ",")
            field[count] = field[count] part[1]
            for (j = 2; j <= parts; j++)
                field[++count] = part[j]
        }
    }
    return count
}

function column(name) {
    return field[place[name]]
}

function is_value(flow, product) {
    return column("kind") == "figure" && column("measure") == "" && column("flow") == flow &&
        (product || column("product") == "")
}

function money(    unit) {
    unit = column("unit")
    return unit in scale ? column("value") * scale[unit] : 0
}

function count(key, value) {
    rows[key]++
    sum[key] += value
}

# Of claims on the same thing only one counts, and a second value shows as a second row.
function count_once(key, value) {
    if ((key, value) in seen)
        return
    seen[key, value]
    count(key, value)
}

BEGIN {
    scale["USD bn"] = 1e9
    scale["USD mn"] = 1e6
    scale["INR crore"] = 1e7
}

{ sub(/\r$/, "") }

NR == 1 {
    columns = split_record($0)
    for (c = 1; c <= columns; c++)
        place[field[c]] = c
    layout = ("v" in place) ? "baci" : ("primaryValue" in place) ? "comtrade" : "claims"
    amount = place[layout == "baci" ? "v" : layout == "comtrade" ? "primaryValue" : "value"]
    next
}

{ split_record($0) }

work == "all" { count("all", field[amount]) }

layout == "claims" && work == "filter" && column("flow") == "import" && money() >= 500e6 {
    count("all", field[amount])
}
layout == "claims" && work == "names" && column("period") >= 2015 &&
    tolower(column("partner")) ~ /russia/ { count("all", field[amount]) }
layout == "claims" && work == "literal" && index(column("quote"), "Eastern Maritime Corridor") {
    count("all", field[amount])
}
layout == "claims" && work == "regex" && tolower(column("quote")) ~ /fertili[sz]er|crude oil/ {
    count("all", field[amount])
}
layout == "claims" && work == "sum" && is_value(column("flow"), 1) {
    count(column("period") "/" column("flow"), money() / 1e6)
}
layout == "claims" && work == "balance" && column("reporter") == "India" &&
    column("partner") == "Russia" && (is_value("import") || is_value("export")) {
    count_once(column("period") "/" column("flow"), field[amount])
}

layout == "baci" && work == "filter" && column("j") == 699 && column("t") >= 2018 {
    count("all", field[amount])
}
layout == "baci" && work == "sum" { count(column("t") "/export", field[amount]) }

layout == "comtrade" && work == "filter" && column("reporterISO") == "IND" &&
    column("flowCode") == "M" { count("all", field[amount]) }
layout == "comtrade" && work == "sum" { count(column("refYear") "/" column("flowCode"), field[amount]) }

END {
    if (work !~ /^(sum|balance)$/)
        rows["all"] += 0
    for (key in rows)
        printf "%s\t%d\t%.17g\n", key, rows[key], sum[key]
}
