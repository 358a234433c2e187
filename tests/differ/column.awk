# SPDX-License-Identifier: GPL-3.0-or-later
#
# The column `id` of a CSV file in which no cell has a line end.
{
    n = 1
    text = ""
    is_open = 0
    for (i = 1; i <= length($0); i++) {
        c = substr($0, i, 1)
        if (c == "\"")
            is_open = !is_open
        else if (c == "," && !is_open) {
            cell[n++] = text
            text = ""
        } else
            text = text c
    }
    cell[n] = text
    if (NR == 1) {
        for (i = 1; i <= n; i++)
            if (tolower(cell[i]) == "id")
                place = i
    } else
        print cell[place]
}
