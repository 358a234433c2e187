/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/table/vocabulary.h"

#include "base/array.h"
#include "base/buffer.h"

static const char *const kind_words[] = {[KIND_FIGURE] = "figure",
                                         [KIND_EVENT] = "event",
                                         [KIND_TARGET] = "target",
                                         [KIND_FORECAST] = "forecast"};
static const char *const flow_words[] = {
    [FLOW_EXPORT] = "export",   [FLOW_IMPORT] = "import",       [FLOW_TOTAL] = "total",
    [FLOW_BALANCE] = "balance", [FLOW_RE_EXPORT] = "re-export", [FLOW_RE_IMPORT] = "re-import"};
static const char *const measure_words[] = {[MEASURE_VALUE] = "value",
                                            [MEASURE_GROWTH] = "growth",
                                            [MEASURE_RATIO] = "ratio",
                                            [MEASURE_SHARE] = "share",
                                            [MEASURE_RANK] = "rank",
                                            [MEASURE_COUNT] = "count",
                                            [MEASURE_AVERAGE_GROWTH] = "average growth",
                                            [MEASURE_CHANGE] = "change"};
static const char *const qualifier_words[] = {
    [QUALIFIER_EXACT] = "exact",    [QUALIFIER_ABOUT] = "about", [QUALIFIER_NEARLY] = "nearly",
    [QUALIFIER_OVER] = "over",      [QUALIFIER_UNDER] = "under", [QUALIFIER_AT_LEAST] = "at least",
    [QUALIFIER_AT_MOST] = "at most"};

#define VOCABULARY(name, words)          \
    {                                    \
        name, words, ARRAY_LENGTH(words) \
    }

const struct vocabulary kind_vocabulary = VOCABULARY("kind", kind_words);
const struct vocabulary flow_vocabulary = VOCABULARY("flow", flow_words);
const struct vocabulary measure_vocabulary = VOCABULARY("measure", measure_words);
const struct vocabulary qualifier_vocabulary = VOCABULARY("qualifier", qualifier_words);

const struct field_info field_table[FIELD_COUNT] = {
    [FIELD_ID] = {"id", COLUMN_TEXT, NULL, "unique name of the row"},
    [FIELD_KIND] = {"kind", COLUMN_TEXT, &kind_vocabulary, "figure, target, forecast or event"},
    [FIELD_DATE] = {"date", COLUMN_PERIOD, NULL, "day of the event or the statement"},
    [FIELD_PERIOD] = {"period", COLUMN_PERIOD, NULL, "the period that the number covers"},
    [FIELD_REPORTER] = {"reporter", COLUMN_TEXT, NULL, "the country that reports"},
    [FIELD_PARTNER] = {"partner", COLUMN_TEXT, NULL, "the country it trades with"},
    [FIELD_FLOW] = {"flow", COLUMN_TEXT, &flow_vocabulary, "direction of trade"},
    [FIELD_PRODUCT] = {"product", COLUMN_TEXT, NULL, "goods; empty means all"},
    [FIELD_MEASURE] = {"measure", COLUMN_TEXT, &measure_vocabulary, "what is measured"},
    [FIELD_SCOPE] = {"scope", COLUMN_TEXT, NULL, "the group that a rank or share is within"},
    [FIELD_VALUE] = {"value", COLUMN_NUMBER, NULL, "the number"},
    [FIELD_UNIT] = {"unit", COLUMN_TEXT, NULL, "what the number counts"},
    [FIELD_QUALIFIER] = {"qualifier", COLUMN_TEXT, &qualifier_vocabulary, "how exact it is"},
    [FIELD_BASE] = {"base", COLUMN_PERIOD, NULL,
                    "the period compared with, or when a target was announced"},
    [FIELD_TEXT] = {"text", COLUMN_TEXT, NULL, "the claim in a few words"},
    [FIELD_QUOTE] = {"quote", COLUMN_TEXT, NULL, "the source's own words"},
    [FIELD_SPEAKER] = {"speaker", COLUMN_TEXT, NULL, "who said it"},
    [FIELD_SOURCE] = {"source", COLUMN_TEXT, NULL, "key of the source"},
    [FIELD_TITLE] = {"title", COLUMN_TEXT, NULL, "title of the source"},
    [FIELD_PUBLISHER] = {"publisher", COLUMN_TEXT, NULL, "publisher of the source"},
    [FIELD_PUBLISHED] = {"published", COLUMN_PERIOD, NULL, "when the source was published"},
    [FIELD_URL] = {"url", COLUMN_TEXT, NULL, "address of the source"},
    [FIELD_NOTE] = {"note", COLUMN_TEXT, NULL, "remark on the row"},
};

bool kind_has_number(enum kind kind)
{
    return kind == KIND_FIGURE || kind == KIND_TARGET || kind == KIND_FORECAST;
}

int vocabulary_find(const struct vocabulary *vocabulary, struct text word)
{
    if (!word.length)
        return 0;
    for (size_t i = 1; i < vocabulary->count; i++)
        if (text_is_word(word, vocabulary->words[i]))
            return (int)i;
    return -1;
}

void vocabulary_list(const struct vocabulary *vocabulary, struct buffer *out)
{
    for (size_t i = 1; i < vocabulary->count; i++)
        buffer_printf(out, "%s%s", i > 1 ? ", " : "", vocabulary->words[i]);
}
