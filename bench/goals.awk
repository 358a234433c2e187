# SPDX-License-Identifier: GPL-3.0-or-later
#
# What became of the goals, and how time and memory grow, from lines of medians.awk with the data set
# and the number of rows before them. The goals are for the sizes in the table below; of each data
# set, the largest size that was measured is held against them.

# A goal for a data set, or for all where it is "": a limit of the ratio to a peer, or to another work
# of tradescope's own ("@SCOPE WORK"), or where that is "" of the number itself, in the unit: its
# median, or what 95 of 100 do not exceed.
function goal(data, scope, work, peer, limit, unit, title) {
    goals++
    data_of[goals] = data
    key_of[goals] = scope " " work
    peer_of[goals] = peer
    limit_of[goals] = limit
    unit_of[goals] = unit
    title_of[goals] = title
}

BEGIN {
    size["claims"] = 1000000
    size["baci"] = 10000000
    size["comtrade"] = 3000000
    goal("claims", "memory", "load", "duckdb", 0.25, "of DuckDB's time", "load")
    goal("baci", "memory", "load", "duckdb", 0.20, "of DuckDB's time", "load")
    goal("comtrade", "memory", "load", "duckdb", 0.20, "of DuckDB's time", "load")
    goal("", "memory", "filter", "duckdb", 0.25, "of DuckDB's time", "filter of two columns")
    goal("", "memory", "sum", "duckdb", 0.60, "of DuckDB's time", "sum by period and flow")
    goal("claims", "memory", "literal", "duckdb", 0.60, "of DuckDB's time", "fixed text in the quotes")
    goal("claims", "memory", "regex", "duckdb", 0.60, "of DuckDB's time", "regular expression, any case")
    goal("", "screen", "first", "", 50, "ms", "first screen")
    goal("", "screen", "loading", "", 16, "ms, 95 of 100", "a key while it loads")
    goal("baci", "peak", "load", "", 400, "MB", "memory after loading")
    goal("", "peak", "export", "@peak load", 1.10, "of that for loading", "memory of an export as CSV")
}

{
    if (!($1 in largest))
        data[++data_count] = $1
    if (!(($1, $2) in seen))
        sizes[$1] = sizes[$1] " " $2
    seen[$1, $2]
    if ($2 + 0 > largest[$1] + 0)
        largest[$1] = $2
    median[$1, $2, $3 " " $4, $5] = $6
    most[$1, $2, $3 " " $4, $5] = $7
}

# The number of a goal as it is printed; "" where it was not measured.
function measured(i, data, rows,    own, other) {
    own = median[data, rows, key_of[i], "tradescope"]
    if (peer_of[i]) {
        if (peer_of[i] ~ /^@/)
            other = median[data, rows, substr(peer_of[i], 2), "tradescope"]
        else
            other = median[data, rows, key_of[i], peer_of[i]]
        return own && other ? sprintf("%.2f", own / other) : ""
    }
    if (!own)
        return ""
    if (unit_of[i] == "MB")
        return sprintf("%.0f", own * 1024 / 1e6)
    return sprintf("%.0f", 1000 * (unit_of[i] == "ms" ? own : most[data, rows, key_of[i], "tradescope"]))
}

function outcome(number, limit) {
    if (number == "")
        return "not measured"
    return (number + 0 <= limit) ? "met" : "missed"
}

function print_goals(data, rows,    i, number) {
    printf "  %s, %d rows%s\n", data, rows,
        (rows == size[data]) ? "" : sprintf(" (the goals are for %d)", size[data])
    for (i = 1; i <= goals; i++) {
        if (data_of[i] && data_of[i] != data)
            continue
        number = measured(i, data, rows)
        printf "    %-30s %6s of at most %-6s %-18s %s\n", title_of[i], (number == "") ? "-" : number,
            limit_of[i], unit_of[i], outcome(number, limit_of[i])
    }
}

function print_growth(data,    count, rows, i, load, peak, export) {
    count = split(sizes[data], rows, " ")
    for (i = 1; i <= count; i++) {
        load = median[data, rows[i], "memory load", "tradescope"]
        peak = median[data, rows[i], "peak load", "tradescope"]
        export = median[data, rows[i], "peak export", "tradescope"]
        if (load && peak)
            printf "  %-10s %10d %10.4f %10.0f %10.1f %10.0f %10.2f\n", data, rows[i], load,
                load * 1e9 / rows[i], peak * 1024 / 1e6, peak * 1024 / rows[i], export / peak
    }
}

END {
    print "\ngoals"
    for (d = 1; d <= data_count; d++)
        print_goals(data[d], largest[data[d]])
    printf "\n%-12s %10s %10s %10s %10s %10s %10s\n", "growth", "rows", "load, s", "ns a row", "peak, MB",
        "bytes a row", "export"
    for (d = 1; d <= data_count; d++)
        print_growth(data[d])
}
