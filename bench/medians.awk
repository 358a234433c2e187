# SPDX-License-Identifier: GPL-3.0-or-later
#
# Of the samples "SCOPE WORK PROGRAM NUMBER", sorted by the first three and then the number, one line
# for each of the first three: with the median, the number that 95 of 100 do not exceed, the largest.

function finish(    middle) {
    if (!count)
        return
    middle = (value[int((count + 1) / 2)] + value[int(count / 2) + 1]) / 2
    printf "%s %.9g %.9g %.9g\n", last, middle, value[int(count * 0.95 + 0.999)], value[count]
    count = 0
}

{
    key = $1 " " $2 " " $3
    if (key != last)
        finish()
    last = key
    value[++count] = $4
}

END { finish() }
