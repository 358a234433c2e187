/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/format/column_survey.h"

#include "base/array.h"
#include "base/ascii.h"
#include "data/csv/header_name.h"
#include "data/format/translate.h"

#include <stdlib.h>
#include <string.h>

static bool reads(const char *name, struct text word)
{
    const struct translation *translation = translation_find(text_of(name));
    struct buffer meaning = {0};
    bool is_read = translation->read(translation, word, NULL, &meaning);
    buffer_release(&meaning);
    return is_read;
}

static bool is_period(struct text word)
{
    static const char *const ways[] = {"year",        "yyyymm",         "quarter",   "month",
                                       "month-name",  "first-of-month", "period",    "through",
                                       "fiscal-year", "year-and-part",  "day-first", "month-first",
                                       "end-of-month"};
    for (size_t i = 0; i < ARRAY_LENGTH(ways); i++)
        if (reads(ways[i], word))
            return true;
    return false;
}

/* "2019", and "2019.0" as some programs write it. */
static bool is_year(struct text word)
{
    size_t digits = ascii_count_digits(word, 0);
    bool is_whole = digits == word.length ||
                    (word.length == digits + 2 && memcmp(word.data + digits, ".0", 2) == 0);
    return is_whole && digits == 4 && memcmp(word.data, "1800", 4) >= 0 &&
           memcmp(word.data, "2100", 4) <= 0;
}

static bool is_month(struct text word)
{
    struct buffer joined = {0};
    buffer_puts(&joined, "2000-");
    buffer_append_text(&joined, word);
    bool is_it = word.length && (reads("month", buffer_text(&joined)) ||
                                 reads("month-name", buffer_text(&joined)));
    buffer_release(&joined);
    return is_it;
}

static bool is_flow(struct text word)
{
    static const char *const codes[] = {"X", "M", "RX", "RM"};
    for (size_t i = 0; i < ARRAY_LENGTH(codes); i++)
        if (text_is(word, codes[i]))
            return true;
    return reads("flow-words", word);
}

/* A number is a code of more than one scheme, which only its column tells. */
static void add_country(struct column_survey *column, const struct country_list *countries,
                        struct text word)
{
    bool may_be = countries && ascii_count_digits(word, 0) == 0;
    int country = may_be ? country_find(countries, word) : -1;
    column->countries += country >= 0;
    column->worlds += country >= 0 && country_is_world(countries, country);
}

static bool is_balance(struct text word)
{
    struct buffer folded = {0};
    text_fold(&folded, word);
    bool is_it = folded.length && strstr(folded.data, "balance") != NULL;
    buffer_release(&folded);
    return is_it;
}

static void add_word(struct column_survey *column, const struct country_list *countries,
                     struct text word)
{
    struct number_survey number = {0};
    number_survey_add(&number, word);
    number_survey_add(&column->written, word);
    bool is_number = number.numbers > 0;
    column->filled++;
    column->numbers += is_number;
    column->periods += is_period(word);
    column->years += is_year(word);
    column->months += is_month(word);
    if (!is_number)
        add_country(column, countries, word);
    column->flows += !is_number && is_flow(word);
    column->balances += !is_number && is_balance(word);
}

static bool is_first(const struct file_head *head, size_t body, size_t record, size_t column)
{
    struct text word = text_trim(head->records[record].fields[column]);
    for (size_t i = body; i < record; i++)
        if (column < head->records[i].count &&
            text_is_equal(word, text_trim(head->records[i].fields[column])))
            return false;
    return true;
}

static void survey_column(struct column_survey *column, const struct file_head *head, size_t number,
                          const struct country_list *countries)
{
    size_t body = file_head_body(head, head->header);
    for (size_t i = body; i < head->count; i++) {
        if (number >= head->records[i].count)
            continue;
        struct text word = text_trim(head->records[i].fields[number]);
        if (!word.length || number_is_missing(word))
            continue;
        column->distinct += is_first(head, body, i, number);
        add_word(column, countries, word);
    }
}

void file_survey_init(struct file_survey *survey, const struct file_head *head,
                      const struct country_list *countries)
{
    const struct csv_record *record = &head->records[head->header];
    *survey = (struct file_survey){.count = record->count};
    survey->columns = xcalloc(record->count ? record->count : 1, sizeof *survey->columns);
    header_init(&survey->header, record);
    for (size_t i = 0; i < record->count; i++) {
        survey->columns[i].name = text_trim(record->fields[i]);
        survey->columns[i].plain = survey->header.names[i];
        survey_column(&survey->columns[i], head, i, countries);
    }
}

void file_survey_release(struct file_survey *survey)
{
    header_release(&survey->header);
    free(survey->columns);
    *survey = (struct file_survey){0};
}

/* A few footnotes among the records change nothing. */
static bool are_most(const struct column_survey *column, size_t count)
{
    return count > 0 && count * 10 >= column->filled * 9;
}

bool column_is_of_periods(const struct column_survey *column)
{
    return are_most(column, column->periods);
}

/* TOTAL means all goods more often than the whole world. */
bool column_is_of_countries(const struct column_survey *column)
{
    static const char *const signs[] = {"partner", "report", "countr", "dest", "orig", NULL};
    static const char *const others[] = {"unit", "uom", "measure", "curr", "answer", NULL};
    bool is_named = column->countries > column->worlds || column_is_called(column, signs);
    return is_named && !column_is_called(column, others) && column->countries > 0 &&
           column->countries * 10 >= column->filled * 7;
}

bool column_is_of_flows(const struct column_survey *column)
{
    return column->flows > 0 && are_most(column, column->flows + column->balances);
}

bool column_is_of_numbers(const struct column_survey *column)
{
    return are_most(column, column->numbers);
}

const char *column_decimal(const struct file_survey *survey, size_t column, char separator)
{
    number_reader *read;
    size_t points = 0, commas = 0;
    if (number_survey_decide(&survey->columns[column].written, separator, &read) != NUMBERS_OPEN)
        return NULL;
    for (size_t i = 0; i < survey->count; i++) {
        points += survey->columns[i].written.points;
        commas += survey->columns[i].written.commas;
    }
    return points && !commas ? "point" : commas && !points ? "comma" : "";
}

static bool contains(struct text text, const char *sign)
{
    size_t length = strlen(sign);
    for (size_t i = 0; i + length <= text.length; i++)
        if (memcmp(text.data + i, sign, length) == 0)
            return true;
    return false;
}

bool column_is_called(const struct column_survey *column, const char *const *signs)
{
    for (; *signs; signs++)
        if (contains(column->plain, *signs))
            return true;
    return false;
}
