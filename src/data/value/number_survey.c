/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/value/number_survey.h"

#include "base/array.h"
#include "data/value/number_reader.h"

#include <string.h>

const char *const number_missing[] = {"..", "...", "…",    ":",    "-",   "–",  "—",
                                      "NA", "N/A", "n/a",  "n.a.", "n.a", "na", "n.d.",
                                      "nd", "(D)", "NULL", "null", "NaN"};
const size_t number_missing_signs = 7;
const size_t number_missing_count = ARRAY_LENGTH(number_missing);

bool number_is_missing(struct text text)
{
    for (size_t i = 0; i < number_missing_count; i++)
        if (text_is(text, number_missing[i]))
            return true;
    return !text.length;
}

/* The parts of a number. */
struct signs {
    size_t digits, points, commas, blanks;
    size_t before, behind; /* digits before the first and behind the last separator */
    char last;             /* the last point or comma */
    bool is_number, is_code;
};

static struct signs look_at(struct text text)
{
    struct signs signs = {.is_number = true};
    size_t start = text.length && (text.data[0] == '-' || text.data[0] == '+');
    signs.is_code = text.length > start + 1 && text.data[start] == '0' &&
                    text.data[start + 1] >= '0' && text.data[start + 1] <= '9';
    for (size_t i = start; i < text.length; i++) {
        char c = text.data[i];
        bool is_sign = c == '.' || c == ',';
        if (c >= '0' && c <= '9') {
            signs.digits++;
            signs.behind++;
        } else if (is_sign) {
            if (!signs.last)
                signs.before = signs.digits;
            signs.last = c;
            signs.behind = 0;
            signs.points += c == '.';
            signs.commas += c == ',';
        } else if (c == '_') {
            signs.blanks++;
        } else {
            signs.is_number = false;
        }
    }
    signs.is_number = signs.is_number && signs.digits;
    return signs;
}

/*
 * Returns the separator that can be the decimal sign: '.', ',', '?' if both can, 0 if there is
 * none.
 */
static char decimal_sign(const struct signs *signs, char first)
{
    if (!signs->points && !signs->commas)
        return 0;
    char other = signs->last == '.' ? ',' : '.';
    if (signs->points && signs->commas)
        return signs->last;
    if (signs->points + signs->commas > 1)
        return other;
    if (signs->behind != 3 || signs->before > 3 || !signs->before || first == '0' || signs->blanks)
        return signs->last;
    return '?';
}

static void count(struct number_survey *survey, struct text text, const struct signs *signs,
                  char first)
{
    char sign = decimal_sign(signs, first);
    survey->numbers++;
    survey->codes += signs->is_code;
    survey->points += sign == '.';
    survey->commas += sign == ',';
    survey->open_points += sign == '?' && signs->points;
    survey->open_commas += sign == '?' && signs->commas;
    survey->ungrouped += !sign && !signs->blanks && signs->digits > 3;
    if (sign == '?' && !survey->open.length)
        survey->open = text;
    if (((sign == ',') || (sign == '.' && signs->commas) || signs->blanks) && !survey->clear.length)
        survey->clear = text;
}

static bool is_readable(struct text text)
{
    struct decimal decimal;
    return number_reader_find(text_of("thousands"))(text, &decimal) ||
           number_reader_find(text_of("decimal-comma"))(text, &decimal);
}

void number_survey_add(struct number_survey *survey, struct text text)
{
    char simple[64];
    struct decimal decimal;
    text = text_trim(text);
    struct text bare = number_without_flags(text);
    if (number_is_missing(text) || (bare.length < text.length && number_is_missing(bare))) {
        if (text.length)
            survey->missing = text;
        return;
    }
    struct text plain = number_simplify(text, simple, sizeof simple);
    struct signs signs = look_at(plain);
    if (!signs.is_number && decimal_parse(text, &decimal)) { /* with an exponent */
        survey->numbers++;
        survey->points++;
        return;
    }
    if (!signs.is_number && bare.length < text.length) {
        plain = number_simplify(bare, simple, sizeof simple);
        signs = look_at(plain);
        survey->flagged += signs.is_number;
    }
    if (signs.is_number && is_readable(bare))
        count(survey, text, &signs, plain.data[plain.data[0] == '-' || plain.data[0] == '+']);
    else
        survey->others++;
}

bool number_survey_is_guess(const struct number_survey *survey)
{
    return !survey->points && !survey->commas && survey->open_points && !survey->ungrouped;
}

enum number_verdict number_survey_decide(const struct number_survey *survey, char separator,
                                         number_reader **read)
{
    bool is_open = !survey->points && !survey->commas;
    bool has_comma = survey->commas > survey->points;
    *read = number_reader_find(text_of(survey->flagged ? "footnotes" : "thousands"));
    if (is_open && survey->open_commas) {
        has_comma = separator == ';' || survey->ungrouped;
        if (!has_comma || survey->open_points)
            return NUMBERS_OPEN;
    } else if (is_open && survey->open_points && separator == ';' && !survey->ungrouped) {
        return NUMBERS_OPEN;
    }
    if (has_comma)
        *read = number_reader_find(
            text_of(survey->flagged ? "decimal-comma-footnotes" : "decimal-comma"));
    bool is_odd = has_comma || survey->flagged || survey->open_commas || survey->clear.length ||
                  number_survey_is_guess(survey);
    return is_odd ? NUMBERS_READ : NUMBERS_PLAIN;
}

static void append_reading(struct buffer *out, struct text text, number_reader *read)
{
    struct decimal decimal;
    if (!read(text, &decimal))
        return;
    problem_quote(out, text);
    buffer_puts(out, " is ");
    decimal_format(out, decimal.value, decimal.places);
}

void number_survey_tell_missing(const struct number_survey *survey, struct buffer *out)
{
    if (!survey->missing.length)
        return;
    buffer_puts(out, out->length ? "; " : "");
    problem_quote(out, survey->missing);
    buffer_puts(out, " states nothing");
}

void number_survey_tell(const struct number_survey *survey, number_reader *read, struct text column,
                        struct buffer *out)
{
    struct text example = survey->clear.length ? survey->clear : survey->open;
    bool has_comma = number_reader_has_comma(read);
    problem_quote(out, column);
    buffer_printf(out, ": the decimal sign is a %s", has_comma ? "comma" : "point");
    if (example.length) {
        buffer_puts(out, ": ");
        append_reading(out, example, read);
    }
    number_survey_tell_missing(survey, out);
    if (survey->flagged)
        buffer_puts(out, "; letters behind a number are flags");
}

void number_survey_refuse(const struct number_survey *survey, struct text column,
                          struct buffer *out)
{
    bool is_comma = memchr(survey->open.data, ',', survey->open.length) != NULL;
    problem_quote(out, column);
    buffer_puts(out, ": ");
    append_reading(out, survey->open, number_reader_find(text_of("decimal-comma")));
    buffer_puts(out, " with a decimal comma, and with a decimal point ");
    append_reading(out, survey->open, number_reader_find(text_of("thousands")));
    buffer_printf(out,
                  "; nothing in the file tells which%s; write --map decimal=comma or --map "
                  "decimal=point",
                  is_comma ? "" : ", as its separator is a semicolon");
}
