/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/sha256.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void check(const char *bytes, const char *expected)
{
    struct buffer out = {0};
    sha256_write(&out, text_of(bytes));
    assert_string_equal(out.data, expected);
    buffer_release(&out);
}

/* NIST, Cryptographic Standards and Guidelines, Examples with Intermediate Values: SHA-256. */
static void the_examples_of_the_standard(void **state)
{
    (void)state;
    check("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    check("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

/* As sha256sum of GNU coreutils prints them: nothing, and texts around the ends of a block. */
static void texts_of_other_lengths(void **state)
{
    (void)state;
    check("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    check("0123456789012345678901234567890123456789012345678901234",
          "f34d5a0f80c0cbf84c8c0b90218c22637abd199965249da736a20143c8c9c9d9");
    check("012345678901234567890123456789012345678901234567890123456789abcd",
          "e200e7b3a260996aa1ae8d3c7a8d5f10f30478d952aaf5ab10dc90b92e99dec3");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_examples_of_the_standard),
        cmocka_unit_test(texts_of_other_lengths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
