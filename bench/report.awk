# SPDX-License-Identifier: GPL-3.0-or-later
#
# The tables for one file, from what medians.awk writes. With -v works="load ..." and
# -v programs="tradescope ...", in the order of lines and columns. A ratio is what tradescope needs
# over what the peer needs.

{
    key = $1 " " $2 " " $3
    median[key] = $4
    most[key] = $5
    worst[key] = $6
}

function cell(scope, work, program,    key) {
    key = scope " " work " " program
    return key in median ? sprintf(scope == "peak" ? "%.0f" : "%.4f",
                                   median[key] / (scope == "peak" ? 1024 : 1)) : "-"
}

function ratio(scope, work, program,    own, other) {
    own = median[scope " " work " tradescope"]
    other = median[scope " " work " " program]
    return own && other ? sprintf("%.2f", own / other) : "-"
}

function table(scope, title,    i, j, line, head) {
    head = sprintf("\n  %s\n", title)
    for (i = 1; i <= work_count; i++) {
        line = sprintf("    %-10s", work[i])
        for (j = 1; j <= program_count; j++) {
            line = line sprintf(" %11s", cell(scope, work[i], program[j]))
            if (is_compared && j > 1)
                line = line sprintf(" %6s", ratio(scope, work[i], program[j]))
        }
        if (line ~ /[0-9]/) {
            print head line
            head = ""
            sub(/\n$/, "", head)
        }
    }
}

function moments(name, title,    key) {
    key = "screen " name " tradescope"
    if (key in median)
        printf "    %-26s %9.1f %9.1f %9.1f\n", title, median[key] * 1000, most[key] * 1000,
            worst[key] * 1000
}

END {
    work_count = split(works, work, " ")
    program_count = split(programs, program, " ")
    is_compared = program[1] == "tradescope"
    printf "%14s", ""
    for (j = 1; j <= program_count; j++)
        printf((is_compared && j > 1) ? " %11s  ratio" : " %11s", program[j])
    print ""
    table("memory", "inside the program, seconds")
    table("file", "from the file to the answer, seconds")
    table("peak", "largest resident memory, MiB")
    if (!(("screen first tradescope") in median))
        exit
    printf "\n  %-28s %9s %9s %9s\n", "on the screen, milliseconds", "median", "95 of 100", "worst"
    moments("first", "first screen")
    moments("loading", "a key while it loads")
    moments("loaded", "a key when it is loaded")
    moments("complete", "everything is loaded")
}
