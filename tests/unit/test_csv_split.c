/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The splitter gives what csv_read() gives: for every short text of the signs that matter, at
 * every place around the end of a block, and for the files that offices publish.
 */
#include "config.h"

#include "base/array.h"
#include "corpus.h"
#include "csv_readers.h"

#include <stdio.h>
#include <string.h>

static const char all_separators[] = {',', ';', '\t'};

static void assert_agreement(struct text bytes)
{
    for (size_t i = 0; i < sizeof all_separators; i++)
        for (size_t records = 0; records < 3; records++)
            if (!csv_readers_agree(bytes, all_separators[i], records))
                fail_msg("the readers differ on separator %d, %zu records, of: %.*s",
                         all_separators[i], records, (int)bytes.length, bytes.data);
}

/* A copy without room behind it, so that a sanitizer sees the first byte read too many. */
static void assert_agreement_exact(const char *bytes, size_t length)
{
    char *exact = xmalloc(length);
    memcpy(exact, bytes, length);
    assert_agreement((struct text){exact, length});
    free(exact);
}

static void every_short_text_gives_the_same_records(void **state)
{
    (void)state;
    static const char signs[] = {'a', ',', '"', '\n', '\r', ' ', '\t'};
    enum { LONGEST = 5 };
    for (size_t length = 0, texts = 1; length <= LONGEST; length++, texts *= sizeof signs) {
        for (size_t number = 0; number < texts; number++) {
            char text[LONGEST + 1];
            size_t rest = number;
            for (size_t i = 0; i < length; i++, rest /= sizeof signs)
                text[i] = signs[rest % sizeof signs];
            assert_agreement((struct text){text, length});
        }
    }
}

static const char *const nasty[] = {
    "a,\"b\"\"c\"\n",
    "a,\"b\" \"c\",d\n",
    "a,\"b\"x\"\" \",d\r\n",
    "\"a\"\t\t ;\"b\n",
    "x \"y\" , z\t,\"\"\"\"\r\r\n\n\"\"",
    "\"multi\r\nline\rfield\n\"\t\n\"next\"\"\n\"",
    "\xEF\xBB\xBF\"a\",b\n",
    "\xFF\xFE,\x80\"\n",
    ",,,\n,\n \n\t\n",
    "\"a\" \"\" \"b\" , \"\"c\n\"d",
};

static void odd_quotes_and_blanks_agree_around_the_end_of_a_block(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(nasty); i++) {
        for (size_t shift = 0; shift < 140; shift++) {
            struct buffer bytes = {0};
            buffer_repeat(&bytes, shift % 3 ? "y" : " ", shift);
            buffer_puts(&bytes, nasty[i]);
            assert_agreement_exact(bytes.data, bytes.length);
            buffer_release(&bytes);
        }
    }
}

static void a_nul_byte_is_text(void **state)
{
    (void)state;
    static const char bytes[] = "a\0b,\0\n\"\0\"\0,\"c\0\"";
    assert_agreement_exact(bytes, sizeof bytes - 1);
}

static uint32_t next_random(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static void random_long_texts_give_the_same_records(void **state)
{
    (void)state;
    static const char *const parts[] = {"abcdefgh", "\"",   "\"\"", ",",    ";", "\t",
                                        "\n",       "\r\n", "\r",   " ",    "é", "\",",
                                        "0.5",      ",\"",  "\"\n", "word "};
    uint32_t seed = 20231;
    for (size_t round = 0; round < 3000; round++) {
        struct buffer bytes = {0};
        for (size_t left = next_random(&seed) % 120; left; left--)
            buffer_puts(&bytes, parts[next_random(&seed) % ARRAY_LENGTH(parts)]);
        assert_agreement_exact(bytes.data ? bytes.data : "", bytes.length);
        buffer_release(&bytes);
    }
}

/* Most rows of a file are alike, and are taken together, whatever the rows between them are. */
static void rows_that_are_alike_give_the_same_records(void **state)
{
    (void)state;
    static const char reaching_over_blocks[] =
        "\"codes,of,goods,without,any,blank,between,them;which,reach,over,more,than,one,block,"
        "and,do,so,with,all,that,could,end,a,field\"";
    static const char *const fields[] = {
        "",    "4",        "\"\"",        "842.057", "011168",
        "a b", "\"a, b\"", "\"exports\"", "\"0\"",   reaching_over_blocks};
    char many[201] = {0};
    memset(many, ',', sizeof many - 1);
    const char *const odd[] = {" x", "\"a\"\"b\"", "y ", "x\"y", ",", many, "\n", "\"a\nb\"", "\r"};
    uint32_t seed = 7;
    for (size_t round = 0; round < 2000; round++) {
        struct buffer bytes = {0};
        size_t width = 1 + next_random(&seed) % 12;
        size_t kinds = 1 + next_random(&seed) % ARRAY_LENGTH(fields);
        size_t oddness = 1 + next_random(&seed) % 400;
        const char *end = next_random(&seed) % 2 ? "\n" : "\r\n";
        for (size_t left = (1 + next_random(&seed) % 40) * width; left; left--) {
            bool is_odd = next_random(&seed) % oddness == 0;
            buffer_puts(&bytes, is_odd ? odd[next_random(&seed) % ARRAY_LENGTH(odd)]
                                       : fields[next_random(&seed) % kinds]);
            buffer_puts(&bytes, left % width == 1 % width ? end : ",");
        }
        assert_agreement_exact(bytes.data, bytes.length);
        buffer_release(&bytes);
    }
}

static int compare_file(const char *path, const struct stat *status, int type)
{
    (void)status;
    FILE *file = type == FTW_F ? fopen(path, "rb") : NULL;
    if (!file)
        return 0;
    struct buffer bytes = {0};
    char chunk[65536];
    for (size_t got; (got = fread(chunk, 1, sizeof chunk, file)) > 0;)
        buffer_append(&bytes, chunk, got);
    fclose(file);
    char separator = csv_separator(buffer_text(&bytes));
    if (!csv_readers_agree(buffer_text(&bytes), separator, 0))
        fail_msg("the readers differ on %s", path);
    buffer_release(&bytes);
    return 0;
}

static void published_files_give_the_same_records(void **state)
{
    (void)state;
    corpus_walk(compare_file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_short_text_gives_the_same_records),
        cmocka_unit_test(odd_quotes_and_blanks_agree_around_the_end_of_a_block),
        cmocka_unit_test(a_nul_byte_is_text),
        cmocka_unit_test(random_long_texts_give_the_same_records),
        cmocka_unit_test(rows_that_are_alike_give_the_same_records),
        cmocka_unit_test(published_files_give_the_same_records),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
