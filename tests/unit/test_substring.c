/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Searches a text in many others, compared with testing each position: with both vector widths, and
 * lengths that end anywhere, in texts behind which no byte may be read.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/memory.h"
#include "query/match/substring.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define TEXTS 64

/* xorshift64* (Vigna 2016). */
static uint64_t draw(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return (*state * 0x2545F4914F6CDD1Du) >> 20;
}

static bool stands_at(struct text needle, const char *bytes, bool folds)
{
    for (size_t i = 0; i < needle.length; i++) {
        int a = (unsigned char)needle.data[i], b = (unsigned char)bytes[i];
        if (folds ? tolower(a) != tolower(b) : a != b)
            return false;
    }
    return true;
}

static bool is_in(struct text needle, struct text text, bool folds)
{
    for (size_t at = 0; at + needle.length <= text.length; at++)
        if (stands_at(needle, text.data + at, folds))
            return true;
    return false;
}

/*
 * Texts of few letters, so that parts of the searched text occur everywhere; some contain it. In
 * memory of their own size, so that a sanitizer sees reads behind it.
 */
static struct text draw_text(uint64_t *state, struct text needle)
{
    static const char letters[] = "aAbB\xc3\xa9 ";
    struct text text = {NULL, draw(state) % 300};
    char *bytes = xcalloc(text.length, 1);
    for (size_t i = 0; i < text.length; i++)
        bytes[i] = letters[draw(state) % (sizeof letters - 1)];
    if (draw(state) % 2 && text.length >= needle.length)
        memcpy(bytes + draw(state) % (text.length - needle.length + 1), needle.data, needle.length);
    text.data = bytes;
    return text;
}

static void check(uint64_t *state, struct text word, bool folds)
{
    struct substring needle;
    struct text texts[TEXTS];
    uint64_t expected = 0, among = draw(state) | draw(state) << 40;
    substring_init(&needle, word, folds);
    for (size_t i = 0; i < TEXTS; i++) {
        texts[i] = draw_text(state, word);
        expected |= (uint64_t)is_in(word, texts[i], folds) << i;
    }
    assert_int_equal(substring_select(&needle, texts, among), expected & among);
    needle.is_portable = true;
    assert_int_equal(substring_select(&needle, texts, among), expected & among);
    for (size_t i = 0; i < TEXTS; i++)
        free((char *)texts[i].data);
    substring_release(&needle);
}

static void is_found_wherever_it_is(void **context)
{
    (void)context;
    uint64_t state = 20301;
    for (size_t round = 0; round < 2000; round++) {
        struct text word = draw_text(&state, (struct text){"", 0});
        word.length %= 40;
        if (word.length)
            check(&state, word, round % 2);
        free((char *)word.data);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(is_found_wherever_it_is)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
