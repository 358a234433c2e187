/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/scenario.h"

#include "base/array.h"

#include <string.h>

/* One "name=value" or "name" of a goal. */
struct setting {
    struct text name, value;
};

static struct setting take_part(struct text *text)
{
    const char *comma = text->length ? memchr(text->data, ',', text->length) : NULL;
    size_t length = comma ? (size_t)(comma - text->data) : text->length;
    struct text whole = text_trim((struct text){text->data, length});
    text->data += length + (comma != NULL);
    text->length -= length + (comma != NULL);
    const char *equals = whole.length ? memchr(whole.data, '=', whole.length) : NULL;
    size_t name = equals ? (size_t)(equals - whole.data) : whole.length;
    struct setting part = {text_trim((struct text){whole.data, name}), {"", 0}};
    if (equals)
        part.value = text_trim((struct text){equals + 1, whole.length - name - 1});
    return part;
}

static bool take_target(struct goal *goal, struct text value, struct error *error)
{
    goal->kind = GOAL_TARGET;
    return !value.length ||
           error_set_misuse(error, "the target is that of the data; write `target,imports=flat`");
}

static bool take_half(struct goal *goal, struct text value, struct error *error)
{
    goal->kind = GOAL_HALF_BALANCE;
    return !value.length || error_set_misuse(error, "`half-balance` takes no value");
}

static bool take_coverage(struct goal *goal, struct text value, struct error *error)
{
    struct decimal decimal;
    if (value.length && value.data[value.length - 1] == '%')
        value.length--;
    if (!decimal_parse(text_trim(value), &decimal) || decimal.value <= 0)
        return error_set_misuse(error, "write the coverage in percent, as in `coverage=25%%`");
    goal->kind = GOAL_COVERAGE;
    goal->coverage = decimal.value;
    return true;
}

/* Parses the growth of one flow; the other flow is solved for. */
static bool take_growth(struct goal *goal, const char *flow, struct text value, struct error *error)
{
    struct scenario scenario = {0};
    struct buffer text = {0};
    buffer_printf(&text, "%s=", flow);
    buffer_append_text(&text, value);
    bool is_read = scenario_parse(&scenario, buffer_text(&text), error);
    goal->moves_imports = strcmp(flow, "exports") == 0;
    goal->other_growth = goal->moves_imports ? scenario.exports : scenario.imports;
    buffer_release(&text);
    return is_read;
}

static bool take_exports(struct goal *goal, struct text value, struct error *error)
{
    return take_growth(goal, "exports", value, error);
}

static bool take_imports(struct goal *goal, struct text value, struct error *error)
{
    return take_growth(goal, "imports", value, error);
}

static bool take_deadline(struct goal *goal, struct text value, struct error *error)
{
    return period_parse(value, &goal->deadline) ||
           error_set_misuse(error, "write the deadline as a period, as in `by=FY2029-30`");
}

bool goal_parse(struct goal *goal, struct text text, struct error *error)
{
    static const struct {
        const char *name;
        bool (*take)(struct goal *goal, struct text value, struct error *error);
    } known[] = {
        {"target", take_target},   {"half-balance", take_half}, {"coverage", take_coverage},
        {"exports", take_exports}, {"imports", take_imports},   {"by", take_deadline},
    };
    do {
        struct setting part = take_part(&text);
        size_t i = 0;
        while (i < ARRAY_LENGTH(known) && !text_is_word(part.name, known[i].name))
            i++;
        if (i == ARRAY_LENGTH(known))
            return error_set_misuse(
                error,
                "no goal `%.*s`; there are target, half-balance and coverage=25%%, then "
                "imports=flat or exports=+3%%, and by=FY2029-30",
                (int)part.name.length, part.name.data);
        if (!known[i].take(goal, part.value, error))
            return false;
    } while (text.length);
    return true;
}
