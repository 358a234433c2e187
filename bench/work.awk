# SPDX-License-Identifier: GPL-3.0-or-later
#
# The works of the benchmark over a CSV file, in any awk: what a user of awk would write, with quoted
# fields read rightly. Run with -v work=WORK; writes "KEY<TAB>COUNT<TAB>SUM" for each group, sums in
# the base unit.

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
    flow["M"] = "import"
    flow["X"] = "export"
    flow["RX"] = "re-export"
}

{ sub(/\r$/, "") }

NR == 1 {
    columns = split_record($0)
    for (c = 1; c <= columns; c++)
        place[field[c]] = c
    layout = ("v" in place) ? "baci" : ("primaryValue" in place) ? "comtrade" : "claims"
    next
}

{ split_record($0) }

layout == "claims" && work == "filter" && column("flow") == "import" && money() >= 500e6 {
    count("all", money())
}
layout == "claims" && work == "names" && column("period") >= 2015 &&
    tolower(column("partner")) ~ /russia/ { count("all", money()) }
layout == "claims" && work == "literal" && index(column("quote"), "Eastern Maritime Corridor") {
    count("all", money())
}
layout == "claims" && work == "regex" && tolower(column("quote")) ~ /fertili[sz]er|crude oil/ {
    count("all", money())
}
layout == "claims" && work == "sum" { count(column("period") "/" column("flow"), money()) }
layout == "claims" && work == "balance" && column("kind") == "figure" && column("measure") == "" &&
    column("reporter") == "India" && column("partner") == "Russia" && column("product") == "" &&
    column("flow") ~ /^(ex|im)port$/ {
    count_once(column("period") "/" column("flow"), column("value"))
}

layout == "baci" && work == "filter" && column("j") == 699 && column("t") >= 2018 {
    count("all", column("v") * 1000)
}
layout == "baci" && work == "sum" { count(column("t") "/export", column("v") * 1000) }

layout == "comtrade" && work == "filter" && column("reporterISO") == "IND" &&
    column("flowCode") == "M" { count("all", column("primaryValue")) }
layout == "comtrade" && work == "sum" {
    count(column("refYear") "/" flow[column("flowCode")], column("primaryValue"))
}

END {
    if (work !~ /^(sum|balance)$/)
        rows["all"] += 0
    for (key in rows)
        printf "%s\t%d\t%.17g\n", key, rows[key], sum[key]
}
