/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/passed.h"

#include "base/array.h"
#include "base/text.h"

#include <string.h>

/* Words with which footnotes of statistical offices begin. */
static const char *const footnote_words[] = {
    "source:",
    "sources:",
    "note:",
    "notes:",
    "data from database:",
    "data source:",
    "last updated",
    "last update:",
    "updated:",
    "footnote",
    "copyright",
    "\xC2\xA9",
    "downloaded",
    "extracted on",
    "extraction date",
    "generated on",
    "retrieved",
    "accessed",
    "exported on",
    "report generated",
    "fuente:",
    "quelle:",
    "fonte:",
    "kaynak:",
    "end of file",
    "end of report",
    "disclaimer",
    "data extracted",
    "data last updated",
    "date of extraction",
};

static const char *const told[PASSED_KINDS][2] = {
    [PASSED_COMMENT] = {"1 comment line is skipped", "comment lines are skipped"},
    [PASSED_BLANK] = {"1 record without any text is skipped",
                      "records without any text are skipped"},
    [PASSED_FOOTNOTE] = {"1 footnote is skipped", "footnotes are skipped"},
    [PASSED_STRAY] = {"1 record has a quotation mark inside quotes, which is kept as text; "
                      "double it (\"\")",
                      "records have a quotation mark inside quotes, which is kept as text; "
                      "double it (\"\")"},
    [PASSED_REQUOTED] = {"1 record was quoted twice; one level of quotes is taken off",
                         "records were quoted twice; one level of quotes is taken off"},
    [PASSED_UNENDED] =
        {"the line has no line end, so its number may be cut off; compare it with the source",
         NULL},
    [PASSED_ROUNDED] = {"1 number has more digits than are calculated with; it is rounded in sums "
                        "and on the screen, and exported as it is",
                        "numbers have more digits than are calculated with; they are rounded in "
                        "sums and on the screen, and exported as they are"},
};

void passed_note(struct passed *passed, enum passed_kind kind, size_t line)
{
    if (!passed[kind].count++)
        passed[kind].line = line;
}

void passed_take(struct passed *passed, const struct passed *from, size_t lines)
{
    for (size_t i = 0; i < PASSED_KINDS; i++) {
        if (!passed[i].count)
            passed[i].line = from[i].line + lines;
        passed[i].count += from[i].count;
    }
}

void passed_tell(const struct passed *passed, const char *path, struct problem_list *notes)
{
    for (size_t i = 0; i < PASSED_KINDS; i++) {
        if (passed[i].count == 1)
            problem_add(notes, path, passed[i].line, 0, "%s", told[i][0]);
        else if (passed[i].count)
            problem_add(notes, path, passed[i].line, 0, "from here on %zu %s", passed[i].count,
                        told[i][1]);
    }
}

size_t passed_count_filled(const struct text *fields, size_t count, size_t *first)
{
    size_t filled = 0;
    *first = count;
    for (size_t i = 0; i < count; i++) {
        if (!text_trim(fields[i]).length)
            continue;
        if (!filled++)
            *first = i;
    }
    return filled;
}

static bool starts_as_footnote(struct text text)
{
    for (size_t i = 0; i < ARRAY_LENGTH(footnote_words); i++) {
        struct text word = text_of(footnote_words[i]);
        if (text.length >= word.length &&
            text_is_equal_folded((struct text){text.data, word.length}, word))
            return true;
    }
    return false;
}

enum passed_kind passed_recognise(const struct text *fields, size_t count, size_t width)
{
    size_t first, filled = passed_count_filled(fields, count, &first);
    if (!filled)
        return width > 1 ? PASSED_BLANK : PASSED_NOT;
    struct text text = text_trim(fields[first]);
    if (first == 0 && text.data[0] == '#' && (filled == 1 || count != width))
        return PASSED_COMMENT;
    bool is_alone = filled == 1 && width > 1 && first == 0;
    return (is_alone || count < width) && first == 0 && starts_as_footnote(text) ? PASSED_FOOTNOTE
                                                                                 : PASSED_NOT;
}
