/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/load/column_encoder.h"

#include "base/array.h"
#include "data/value/decimal.h"
#include "load_fixture.h"

#include <math.h>

enum { MOST_CELLS = 8, CELL_SIZE = 64 };

/* An encoder of one column, and a batch that it fills. */
struct encoder_fixture {
    struct load_fixture fixture;
    struct column_encoder encoder;
    struct batch *batch;
    struct text_store store;
};

static void start(struct encoder_fixture *encoding, size_t column)
{
    *encoding = (struct encoder_fixture){.batch = NULL};
    load_fixture_start(&encoding->fixture, "");
    column_encoder_init(&encoding->encoder, &encoding->fixture.plan, column);
    encoding->batch = batch_new(&encoding->fixture.mapping);
}

static void end(struct encoder_fixture *encoding)
{
    column_encoder_release(&encoding->encoder);
    batch_free(encoding->batch);
    text_store_release(&encoding->store);
    load_fixture_end(&encoding->fixture);
}

/* Encodes the words as the rows of a new batch. Returns the column of the batch. */
static const struct batch_column *encode(struct encoder_fixture *encoding, const char *const *words,
                                         size_t count)
{
    static char cells[MOST_CELLS][CELL_SIZE]; /* long enough to be padded */
    struct text texts[MOST_CELLS];
    const struct mapping *mapping = &encoding->fixture.mapping;
    struct batch_column *to = &encoding->batch->columns[encoding->encoder.column];
    for (size_t i = 0; i < count; i++) {
        memset(cells[i], 0, CELL_SIZE);
        strcpy(cells[i], words[i]);
        texts[i] = text_of(cells[i]);
    }
    batch_clear(encoding->batch, mapping, 0);
    column_encoder_begin(&encoding->encoder, to);
    assert_true(batch_reserve(encoding->batch, mapping, count));
    assert_true(column_encoder_take(&encoding->encoder, to, 0, texts, 1, count, &encoding->store));
    column_encoder_end(&encoding->encoder, to);
    return to;
}

#define ENCODE(encoding, ...)                              \
    encode((encoding), (const char *const[]){__VA_ARGS__}, \
           ARRAY_LENGTH(((const char *const[]){__VA_ARGS__})))

static void check_new_words(const struct batch_column *column, uint32_t first,
                            const char *const *words, size_t count)
{
    assert_int_equal(column->first_new, first);
    assert_int_equal(column->new_count, count);
    for (size_t i = 0; i < count; i++)
        assert_true(text_is(column->new_words[i], words[i]));
}

static void words_get_codes_in_the_order_in_which_they_occur(void **state)
{
    (void)state;
    struct encoder_fixture encoding;
    start(&encoding, PRODUCT);
    const struct batch_column *column = ENCODE(&encoding, "oil", " gas ", "", "oil", "gas");
    const uint32_t *codes = column->cells.data, expected[] = {1, 2, 0, 1, 2};
    assert_memory_equal(codes, expected, sizeof expected);
    assert_true(column->has_none);
    assert_false(column->is_uniform);
    check_new_words(column, 1, (const char *const[]){"oil", "gas"}, 2);
    end(&encoding);
}

static void a_batch_brings_only_words_that_are_new(void **state)
{
    (void)state;
    struct encoder_fixture encoding;
    start(&encoding, PRODUCT);
    ENCODE(&encoding, "oil", "gas");
    const struct batch_column *column =
        ENCODE(&encoding, "gas", "a word of more than sixteen bytes", "gas");
    const uint32_t *codes = column->cells.data, expected[] = {2, 3, 2};
    assert_memory_equal(codes, expected, sizeof expected);
    check_new_words(column, 3, (const char *const[]){"a word of more than sixteen bytes"}, 1);
    column =
        ENCODE(&encoding, "a word of more than sixteen bytes", "a word of more than sixteen bytes");
    assert_true(column->is_uniform);
    check_new_words(column, 4, NULL, 0);
    end(&encoding);
}

static void a_column_that_rarely_repeats_has_texts(void **state)
{
    (void)state;
    struct encoder_fixture encoding;
    start(&encoding, PRODUCT);
    ENCODE(&encoding, "oil");
    atomic_store(&encoding.fixture.plan.spread[PRODUCT], true);
    const struct batch_column *column = ENCODE(&encoding, "oil", " gas ");
    const stored_text *texts = column->cells.data;
    assert_true(column->is_spread);
    assert_true(text_is(stored_text_of(texts[0]), "oil"));
    assert_true(text_is(stored_text_of(texts[1]), "gas"));
    assert_int_equal(column->new_count, 0);
    end(&encoding);
}

static void numbers_keep_how_they_are_written(void **state)
{
    (void)state;
    struct encoder_fixture encoding;
    start(&encoding, VALUE);
    const struct batch_column *column =
        ENCODE(&encoding, "4.260", "", "n.a.", "007", "-12", "n.a.");
    const double *numbers = column->cells.data;
    const uint8_t *places = column->places.data;
    assert_true(numbers[0] == 4.26 && places[0] == 3);
    assert_true(isnan(numbers[1]) && places[1] == PLACES_EMPTY);
    assert_true(isnan(numbers[2]) && places[2] == FIRST_ODD_WORD);
    assert_true(numbers[3] == 7 && places[3] == PLACES_KEPT);
    assert_true(numbers[4] == -12 && places[4] == 0);
    assert_true(isnan(numbers[5]) && places[5] == FIRST_ODD_WORD);
    assert_int_equal(column->kept_count, 1);
    assert_int_equal(column->kept[0].row, 3);
    assert_true(text_is(stored_text_of(column->kept[0].text), "007"));
    check_new_words(column, 1, (const char *const[]){"n.a."}, 1);
    end(&encoding);
}

static void a_cell_that_a_row_needs_is_missed(void **state)
{
    (void)state;
    struct encoder_fixture encoding;
    bool suspect[3] = {false};
    start(&encoding, PRODUCT);
    const struct batch_column *column = ENCODE(&encoding, "oil", " ", "gas");
    column_encoder_judge(&encoding.encoder, column, 0, 3, suspect);
    assert_false(suspect[0]);
    assert_true(suspect[1]);
    assert_false(suspect[2]);
    end(&encoding);
}

static void a_word_in_place_of_a_number_is_found(void **state)
{
    (void)state;
    struct encoder_fixture encoding;
    bool suspect[3] = {false};
    start(&encoding, VALUE);
    const struct batch_column *column = ENCODE(&encoding, "4.26", "much", "");
    column_encoder_judge(&encoding.encoder, column, 0, 3, suspect);
    assert_false(suspect[0]);
    assert_true(suspect[1]);
    assert_false(suspect[2]); /* a value may be missing */
    end(&encoding);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_get_codes_in_the_order_in_which_they_occur),
        cmocka_unit_test(a_batch_brings_only_words_that_are_new),
        cmocka_unit_test(a_column_that_rarely_repeats_has_texts),
        cmocka_unit_test(numbers_keep_how_they_are_written),
        cmocka_unit_test(a_cell_that_a_row_needs_is_missed),
        cmocka_unit_test(a_word_in_place_of_a_number_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
