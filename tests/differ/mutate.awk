# SPDX-License-Identifier: GPL-3.0-or-later
#
# awk -v mutation=NAME -f mutate.awk FILE: the CSV file, changed as files change on their way
# through other programs. Prints nothing where the mutation does not apply to this file.

# Splits a record into cell[], and was_quoted[]; returns the number of fields.
function split_record(record, i, n, c, is_open, text) {
    n = 1
    text = ""
    was_quoted[1] = 0
    is_open = 0
    for (i = 1; i <= length(record); i++) {
        c = substr(record, i, 1)
        if (is_open && c == "\"" && substr(record, i + 1, 1) == "\"") {
            text = text "\""
            i++
        } else if (is_open && c == "\"")
            is_open = 0
        else if (is_open)
            text = text c
        else if (c == "\"" && text == "") {
            is_open = 1
            was_quoted[n] = 1
        } else if (c == separator) {
            cell[n++] = text
            text = ""
            was_quoted[n] = 0
        } else
            text = text c
    }
    cell[n] = text
    is_unfinished = is_open
    return n
}

function quote(text) {
    gsub(/"/, "\"\"", text)
    return "\"" text "\""
}

function write_cell(text, quoted) {
    if (quoted || index(text, separator) || index(text, "\"") || index(text, "\n"))
        return quote(text)
    return text
}

function is_number(text) {
    gsub(/^ +| +$/, "", text)
    return text ~ /^-?[0-9]+(\.[0-9]+)?$/ || text ~ /^-?[0-9][0-9]?[0-9]?(,[0-9][0-9][0-9])+(\.[0-9]+)?$/
}

# The column of the value, and all columns of values of a wide file.
function is_value(name) {
    return tolower(name) ~ /value|^v$|fob$|export|import|us\$|^[12][0-9][0-9][0-9](q[1-4]|m[0-9]+)?$/ &&
        tolower(name) !~ /share|footnote|missing|product|alt_|flag/
}

function is_period(name) {
    return tolower(name) ~ /year|period|time|date|^t$|co_ano/
}

function is_partner(name) {
    return tolower(name) ~ /partner|counterpart|^country|destination|^j$|co_pais/
}

function thousands(text, sign, fraction, out) {
    if (!is_number(text) || index(text, ","))
        return text
    gsub(/^ +| +$/, "", text)
    sign = sub(/^-/, "", text) ? "-" : ""
    fraction = index(text, ".") ? substr(text, index(text, ".")) : ""
    sub(/\..*/, "", text)
    if (mark_of_thousands == ".")
        sub(/\./, ",", fraction)
    out = ""
    for (; length(text) > 3; text = substr(text, 1, length(text) - 3))
        out = mark_of_thousands substr(text, length(text) - 2) out
    return sign text out fraction
}

# A row is kept as field[r, c]; those above the header are written as they are.
{
    sub(/\r$/, "")
    sub(/^\357\273\277/, "")
    line = pending == "" ? $0 : pending "\n" $0
    if (separator == "")
        separator = gsub(/;/, ";", line) > gsub(/,/, ",", line) ? ";" : ","
    n = split_record(line)
    if (is_unfinished) {
        pending = line
        next
    }
    pending = ""
    if (line == "" || (!header && n < 3)) {
        above = above line "\n"
        next
    }
    rows++
    if (!header)
        header = 1
    width[rows] = n
    for (i = 1; i <= n; i++) {
        field[rows, i] = cell[i]
        quoted[rows, i] = was_quoted[i]
    }
}

# Writes row r; order[] may move the columns, and `left_out` leaves one out.
function write_row(r, i, c, line, first) {
    first = 1
    line = ""
    for (i = 1; i <= width[r]; i++) {
        c = i <= width[1] && (i in order) ? order[i] : i
        if (c == left_out)
            continue
        line = line (first ? "" : separator) write_cell(field[r, c], quotes_all || quoted[r, c])
        first = 0
    }
    if (quotes_twice)
        line = quote(line)
    return line tail
}

function write_all(r) {
    printf "%s", above
    for (r = 1; r <= rows; r++)
        printf "%s%s", write_row(r), (r < rows || !is_cut ? line_end : "")
}

function each_value(how, r, i, done) {
    done = 0
    for (i = 1; i <= width[1]; i++)
        if (is_value(field[1, i]))
            for (r = 2; r <= rows; r++)
                if (is_number(field[r, i]) && field[r, i] != "") {
                    old = field[r, i]
                    field[r, i] = change(how, old)
                    if (field[r, i] != old)
                        done++
                }
    return done
}

function change(how, text) {
    if (how == "decimal-comma") {
        gsub(/,/, "", text)
        sub(/\./, ",", text)
        return text
    }
    if (how == "dollar")
        return "$" text
    if (how == "footnote")
        return text " (p)"
    if (how == "footnote-digit")
        return text "1)"
    if (how == "asterisk")
        return text "*"
    if (how == "millions-word")
        return text " mn"
    if (how == "trailing-minus")
        return text "-"
    return thousands(text)
}

# True if rows a and b differ in nothing but a partner's name or code, and values.
function is_beside(a, b, i) {
    for (i = 1; i <= width[1]; i++)
        if (field[a, i] != field[b, i] && !is_value(field[1, i]) && !is_partner(field[1, i]))
            return 0
    return 1
}

# A row that adds up those beside the second, called `word` where their partner stands.
function add_total(word, r, i, s, total, count) {
    r = rows + 1
    for (i = 1; i <= width[2]; i++) {
        field[r, i] = field[2, i]
        total = count = 0
        for (s = 2; s <= rows; s++)
            if (is_beside(s, 2)) {
                total += field[s, i]
                count++
            }
        if (is_value(field[1, i]))
            field[r, i] = total
        else if (is_partner(field[1, i]))
            field[r, i] = word
    }
    if (count < 2)
        return 0
    rows = r
    width[r] = width[2]
    return 1
}

BEGIN {
    line_end = "\n"
    mark_of_thousands = ","
}

END {
    if (!rows)
        exit
    columns = width[1]
    if (mutation == "same")
        applies = 1
    else if (mutation ~ /^drop-/) {
        left_out = substr(mutation, 6) + 0
        applies = left_out <= columns
    } else if (mutation == "quote-all")
        applies = quotes_all = 1
    else if (mutation == "quote-twice")
        applies = quotes_twice = 1
    else if (mutation == "mark") {
        above = "\357\273\277" above
        applies = 1
    } else if (mutation == "crlf") {
        line_end = "\r\n"
        applies = 1
    } else if (mutation == "cr") {
        line_end = "\r"
        applies = 1
    } else if (mutation == "semicolons" || mutation == "tabs" || mutation == "pipes") {
        applies = 1
        separator = mutation == "tabs" ? "\t" : mutation == "pipes" ? "|" : ";"
    } else if (mutation == "semicolons-decimal-comma") {
        applies = each_value("decimal-comma")
        separator = ";"
    } else if (mutation == "decimal-comma" || mutation == "dollar" || mutation == "footnote" ||
        mutation == "asterisk" || mutation == "millions-word" || mutation == "footnote-digit" ||
        mutation == "trailing-minus")
        applies = each_value(mutation)
    else if (mutation ~ /^thousands-/) {
        mark_of_thousands = mutation ~ /comma/ ? "," : mutation ~ /point/ ? "." : \
            mutation ~ /blank/ ? " " : "'"
        applies = each_value("thousands")
    } else if (mutation ~ /^total-/) {
        word = substr(mutation, 7)
        gsub(/_/, " ", word)
        applies = rows > 2 && add_total(word)
    } else if (mutation == "reversed-columns") {
        for (i = 1; i <= columns; i++)
            order[i] = columns + 1 - i
        applies = 1
    } else if (mutation == "rotated-columns") {
        for (i = 1; i <= columns; i++)
            order[i] = i % columns + 1
        applies = 1
    } else if (mutation == "duplicate-row") {
        rows++
        width[rows] = width[2]
        for (i = 1; i <= width[2]; i++) {
            field[rows, i] = field[2, i]
            quoted[rows, i] = quoted[2, i]
        }
        applies = 1
    } else if (mutation == "duplicate-rows") {
        for (r = 2; r <= rows; r++) {
            width[rows + r - 1] = width[r]
            for (i = 1; i <= width[r]; i++) {
                field[rows + r - 1, i] = field[r, i]
                quoted[rows + r - 1, i] = quoted[r, i]
            }
        }
        rows = 2 * rows - 1
        applies = 1
    } else if (mutation == "revised-row") {
        rows++
        width[rows] = width[2]
        for (i = 1; i <= width[2]; i++) {
            field[rows, i] = field[2, i]
            if (is_value(field[1, i]) && is_number(field[2, i])) {
                field[rows, i] = field[2, i] + 1
                applies = 1
            }
        }
    } else if (mutation == "repeated-header") {
        rows++
        width[rows] = width[1]
        for (i = 1; i <= columns; i++)
            field[rows, i] = field[1, i]
        applies = 1
    } else if (mutation == "two-headers") {
        above = above write_row(1) "\n"
        applies = 1
    } else if (mutation == "upper-header" || mutation == "lower-header") {
        for (i = 1; i <= columns; i++)
            field[1, i] = mutation == "upper-header" ? toupper(field[1, i]) : tolower(field[1, i])
        applies = 1
    } else if (mutation == "title") {
        above = "Table 1. Trade of a country\n\n" above
        applies = 1
    } else if (mutation == "footer") {
        field[++rows, 1] = "Source: an office of statistics"
        width[rows] = 1
        applies = 1
    } else if (mutation == "footer-unknown") {
        field[++rows, 1] = "All rights reserved by the office"
        width[rows] = 1
        applies = 1
    } else if (mutation == "footer-padded") {
        field[++rows, 1] = "Note: figures may not add up"
        for (i = 2; i <= columns; i++)
            field[rows, i] = ""
        width[rows] = columns
        applies = 1
    } else if (mutation == "empty-columns") {
        tail = separator separator
        applies = 1
    } else if (mutation == "blank-lines") {
        line_end = "\n\n"
        applies = 1
    } else if (mutation == "blank-rows") {
        line_end = "\n"
        for (i = 1; i < columns; i++)
            line_end = line_end separator
        line_end = line_end "\n"
        applies = 1
    } else if (mutation == "cut-off") {
        line = write_row(rows)
        rows--
        write_all()
        printf "%s", substr(line, 1, length(line) - 2)
        exit
    } else if (mutation == "stray-quote") {
        r = int((rows + 2) / 2)
        for (i = 1; i <= columns && !applies; i++)
            if (field[r, i] ~ /^[A-Za-z]/)
                applies = 1
        if (applies) {
            stray = r
            for (s = 1; s <= rows; s++) {
                line = write_row(s)
                if (s == stray)
                    sub(field[r, i - 1], "\"&", line)
                printf "%s\n", line
            }
        }
        exit
    } else if (mutation == "inches") {
        for (i = 1; i <= columns && !applies; i++)
            if (field[2, i] ~ /^[A-Za-z]+$/) {
                applies = 1
                line = write_row(2)
                sub(field[2, i], "& 5\" wide", line)
                print above write_row(1)
                print line
                for (r = 3; r <= rows; r++)
                    print write_row(r)
            }
        exit
    } else if (mutation == "blanks") {
        for (r = 1; r <= rows; r++)
            for (i = 1; i <= width[r]; i++)
                field[r, i] = " " field[r, i] "  "
        applies = 1
    } else if (mutation == "hard-blanks") {
        for (r = 2; r <= rows; r++)
            for (i = 1; i <= width[r]; i++)
                field[r, i] = field[r, i] "\302\240"
        applies = 1
    } else if (mutation ~ /^period-/) {
        for (i = 1; i <= columns; i++)
            if (is_period(field[1, i]))
                for (r = 2; r <= rows; r++)
                    if (field[r, i] ~ /^[12][0-9][0-9][0-9]$/) {
                        applies = 1
                        y = field[r, i]
                        field[r, i] = mutation == "period-point" ? y ".0" : \
                            mutation == "period-word" ? "CY" y : \
                            mutation == "period-first-day" ? y "-01-01" : \
                            mutation == "period-short" ? "'" substr(y, 3) : \
                            mutation == "period-provisional" ? y "p" : \
                            mutation == "period-range" ? y "-" (y + 1) : "01/01/" y
                    }
    } else if (mutation == "short-row") {
        width[rows]--
        applies = width[rows] > 0 && field[rows, width[rows] + 1] != ""
    } else if (mutation == "empty-value" || mutation == "text-value") {
        for (i = 1; i <= columns; i++)
            if (is_value(field[1, i]) && is_number(field[rows, i])) {
                field[rows, i] = mutation == "empty-value" ? "" : "see note"
                applies = 1
            }
    } else if (mutation == "exponent") {
        for (i = 1; i <= columns; i++)
            if (is_value(field[1, i]))
                for (r = 2; r <= rows; r++)
                    if (field[r, i] ~ /^[1-9][0-9]*$/) {
                        field[r, i] = substr(field[r, i], 1, 1) "." substr(field[r, i], 2) \
                            "0E+0" (length(field[r, i]) - 1)
                        applies = 1
                    }
    } else if (mutation == "merged-cells") {
        for (i = 1; i <= columns; i++)
            for (r = rows; r > 2; r--)
                if (field[r, i] == field[r - 1, i] && field[r, i] ~ /^[A-Za-z0-9]/ &&
                    !is_value(field[1, i])) {
                    field[r, i] = ""
                    applies = 1
                }
    } else if (mutation == "index-column") {
        for (r = 1; r <= rows; r++) {
            for (i = width[r]; i >= 1; i--) {
                field[r, i + 1] = field[r, i]
                quoted[r, i + 1] = quoted[r, i]
            }
            field[r, 1] = r == 1 ? "" : r - 2
            quoted[r, 1] = 0
            width[r]++
        }
        applies = 1
    }
    if (applies)
        write_all()
}
