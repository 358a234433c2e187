# SPDX-License-Identifier: GPL-3.0-or-later
#
# awk -f compare.awk RIGHT FOUND: both have "#N" and then lines of words and numbers. Prints "#N" and
# what differs, and how many lines were compared.

function is_number(text) {
    return text ~ /^-?[0-9]+(\.[0-9]+)?(e[-+]?[0-9]+)?$/
}

# Sums of the same numbers differ in their last digits by the order of adding.
function key_of(line, i, n, word, out) {
    gsub(/"/, "", line)
    n = split(line, word, ",")
    out = ""
    for (i = 1; i <= n; i++)
        out = out "," (is_number(word[i]) && i == n - 1 ? sprintf("%.10g", word[i]) : word[i])
    return out
}

FNR == 1 {
    file++
    question = ""
}

/^#/ {
    question = $0
    next
}

{
    line = question SUBSEP key_of($0)
    count[line] += file == 1 ? 1 : -1
    text[line] = $0
    compared += file == 1
}

END {
    for (line in count) {
        split(line, part, SUBSEP)
        if (count[line])
            wrong[part[1]] = wrong[part[1]] (count[line] > 0 ? "\n< " : "\n> ") text[line]
    }
    for (question in wrong)
        print question wrong[question]
    print "compared " compared + 0
}
