/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The flow that a text names: "Merchandise imports by reporter (US$)" is an import. Texts that name
 * both, or that state a share, an index or a quantity, mean no flow.
 */
#include "config.h"

#include "data/format/translate.h"

#include "base/array.h"
#include "data/value/word_pattern.h"

#include <string.h>

const char *const no_flow_patterns[] = {
    "*%*",          "*share*",       "*index*",         "*indices*",  "*per capita*",
    "*growth*",     "*quantity*",    "*quantities*",    "*volume*",   "*weight*",
    "*unit value*", "*number of*",   "*tariff*",        "* ratio*",   "ratio*",
    "*balance*",    "*penetration*", "*concentration*", "*domestic*", "*consumption*",
    "*processing*", "net export*",   "net import*",     "*constant*", "*deflator*",
    "*per cent*",   "*percent*"};
const size_t no_flow_pattern_count = ARRAY_LENGTH(no_flow_patterns);

/* The stem in a text of small letters; "import" in "important" and in "importer" is none. */
static bool has_stem(struct text text, const char *stem)
{
    size_t length = strlen(stem);
    for (size_t i = 0; i + length <= text.length; i++) {
        const char *behind = text.data + i + length;
        size_t left = text.length - i - length;
        if (memcmp(text.data + i, stem, length) == 0 &&
            !(left >= 2 && (memcmp(behind, "an", 2) == 0 || memcmp(behind, "er", 2) == 0)))
            return true;
    }
    return false;
}

static bool has_any(struct text text, const char *const *stems, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (has_stem(text, stems[i]))
            return true;
    return false;
}

static const char *find_flow(struct text text)
{
    static const char *const exports[] = {"export", "ausfuhr"};
    static const char *const imports[] = {"import", "einfuhr"};
    static const char *const again[] = {"re-", "reexp", "reimp", "re exp", "re imp"};
    bool exports_it = has_any(text, exports, ARRAY_LENGTH(exports));
    bool imports_it = has_any(text, imports, ARRAY_LENGTH(imports));
    bool is_again = false;
    for (size_t i = 0; i < ARRAY_LENGTH(again); i++)
        is_again = is_again || has_stem(text, again[i]);
    if (exports_it == imports_it)
        return NULL;
    if (is_again)
        return exports_it ? "re-export" : "re-import";
    return exports_it ? "export" : "import";
}

static bool read_flow(const struct translation *self, struct text word,
                      const struct country_list *countries, struct buffer *out)
{
    struct buffer folded = {0};
    const char *flow = NULL;
    (void)self, (void)countries;
    bool is_other = false;
    for (size_t i = 0; i < no_flow_pattern_count; i++)
        is_other = is_other || word_pattern_fits(text_of(no_flow_patterns[i]), word);
    text_fold(&folded, word);
    if (!is_other && folded.length)
        flow = find_flow(buffer_text(&folded));
    buffer_release(&folded);
    if (flow)
        buffer_puts(out, flow);
    return flow != NULL;
}

const struct translation flow_translations[] = {
    {"flow-words", FIELD_FLOW, "a text that names exports or imports", read_flow, COUNTRY_ANY},
};
const size_t flow_translation_count = ARRAY_LENGTH(flow_translations);
