# SPDX-License-Identifier: GPL-3.0-or-later
#
# Whether all programs found the same, from lines "PROGRAM<TAB>WORK<TAB>KEY<TAB>COUNT<TAB>SUM". They
# have the same rows for each work, with the same counts; sums may differ by as much as their order
# explains. Says what differs, and exits 1 then.

BEGIN { FS = "\t" }

function wrong(text) {
    if (++mismatches <= 20)
        print "bench: MISMATCH: " text
}

{
    programs[$1 FS $2]
    key = $2 FS $3
    has[$1 FS key]
    if (!(key in count)) {
        count[key] = $4
        sum[key] = $5
        first[key] = $1
        next
    }
    difference = sum[key] - $5
    size = sum[key] < 0 ? -sum[key] : sum[key]
    if (difference < 0)
        difference = -difference
    if (count[key] != $4 || difference > 1e-9 * (size + 1))
        wrong(sprintf("%s %s: %s has %s rows and a sum of %s, %s has %s and %s", $2, $3, first[key],
                      count[key], sum[key], $1, $4, $5))
}

END {
    for (key in count) {
        split(key, part, FS)
        for (program in programs) {
            split(program, name, FS)
            if (name[2] == part[1] && !((name[1] FS key) in has))
                wrong(part[1] " " part[2] ": " name[1] " has no such row")
        }
    }
    if (mismatches > 20)
        print "bench: MISMATCH: " mismatches - 20 " more like these"
    exit mismatches > 0
}
