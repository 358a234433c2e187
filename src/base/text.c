/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/text.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/memory.h"

#include <errno.h>
#include <iconv.h>
#include <locale.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

#define ENCODING "UTF-8"
#define MOST_MARKS 4 /* combining marks that curses holds in one cell */

static const uint8_t *bytes_of(struct text text)
{
    return (const uint8_t *)text.data;
}

struct text text_of(const char *string)
{
    return (struct text){string, strlen(string)};
}

bool text_is_equal(struct text a, struct text b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

bool text_is(struct text text, const char *string)
{
    return text_is_equal(text, text_of(string));
}

int text_compare(struct text a, struct text b)
{
    size_t shorter = a.length < b.length ? a.length : b.length;
    int order = shorter ? memcmp(a.data, b.data, shorter) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

/* Blanks of Unicode that stand around cells: what spreadsheets and web pages leave there. */
static const struct text wide_blanks[] = {
    {"\xC2\xA0", 2},     /* U+00A0, no-break space */
    {"\xE2\x80\x87", 3}, /* U+2007, figure space */
    {"\xE2\x80\xAF", 3}, /* U+202F, narrow no-break space */
    {"\xE3\x80\x80", 3}, /* U+3000, ideographic space */
    {"\xE2\x80\x8B", 3}, /* U+200B, zero width space */
    {"\xEF\xBB\xBF", 3}, /* U+FEFF, byte order mark */
};

/* Bytes of the blank at an end of the text, 0 without one. */
static size_t blank_at(struct text text, bool is_end)
{
    if (!text.length)
        return 0;
    if ((unsigned char)text.data[is_end ? text.length - 1 : 0] < 0x80)
        return ascii_is_blank(text.data[is_end ? text.length - 1 : 0]);
    for (size_t i = 0; i < ARRAY_LENGTH(wide_blanks); i++) {
        size_t length = wide_blanks[i].length;
        if (length <= text.length && memcmp(text.data + (is_end ? text.length - length : 0),
                                            wide_blanks[i].data, length) == 0)
            return length;
    }
    return 0;
}

struct text text_trim(struct text text)
{
    for (size_t length; (length = blank_at(text, false)); text.length -= length)
        text.data += length;
    for (size_t length; (length = blank_at(text, true));)
        text.length -= length;
    return text;
}

/* True for most words, and saves them the work of Unicode. */
bool text_is_ascii(struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char)text.data[i] >= 0x80)
            return false;
    return true;
}

static void fold_ascii(struct buffer *out, struct text text)
{
    size_t start = out->length;
    buffer_append_text(out, text);
    for (size_t i = start; i < out->length; i++)
        if (out->data[i] >= 'A' && out->data[i] <= 'Z')
            out->data[i] = (char)(out->data[i] + ('a' - 'A'));
}

void text_compose(struct buffer *out, struct text text)
{
    size_t length = 0;
    uint8_t *composed = text_is_ascii(text)
                            ? NULL
                            : u8_normalize(UNINORM_NFC, bytes_of(text), text.length, NULL, &length);
    if (composed)
        buffer_append(out, (const char *)composed, length);
    else
        buffer_append_text(out, text);
    free(composed);
}

void text_fold(struct buffer *out, struct text text)
{
    if (text_is_ascii(text)) {
        fold_ascii(out, text);
        return;
    }
    size_t length = 0;
    uint8_t *folded = u8_casefold(bytes_of(text), text.length, NULL, NULL, NULL, &length);
    if (!folded && errno == ENOMEM)
        memory_exhausted(text.length);
    if (folded)
        buffer_append(out, (const char *)folded, length);
    else
        buffer_append_text(out, text);
    free(folded);
}

bool text_is_equal_folded(struct text a, struct text b)
{
    if (text_is_ascii(a) && text_is_ascii(b))
        return a.length == b.length &&
               (a.length == 0 || strncasecmp(a.data, b.data, a.length) == 0);
    int order = 1;
    if (u8_casecmp(bytes_of(a), a.length, bytes_of(b), b.length, NULL, NULL, &order) == 0)
        return order == 0;
    if (errno == ENOMEM)
        memory_exhausted(a.length + b.length);
    return text_is_equal(a, b);
}

bool text_begins_folded(struct text text, struct text beginning)
{
    return text.length >= beginning.length &&
           text_is_equal_folded((struct text){text.data, beginning.length}, beginning);
}

bool text_is_word(struct text text, const char *word)
{
    size_t i = 0;
    while (i < text.length && word[i] && ascii_lower(text.data[i]) == ascii_lower(word[i]))
        i++;
    return i == text.length && !word[i];
}

bool text_is_utf8(struct text text)
{
    return text.length == 0 || u8_check(bytes_of(text), text.length) == NULL;
}

static void append_character(struct buffer *out, ucs4_t character)
{
    uint8_t bytes[6];
    int length = u8_uctomb(bytes, character, sizeof bytes);
    if (length > 0)
        buffer_append(out, (const char *)bytes, (size_t)length);
}

void text_decode_cp1252(struct buffer *out, struct text bytes)
{
    /* Code points of 0x80 to 0x9F in the Unicode Consortium's mapping of CP1252; 0 if undefined. */
    static const uint16_t high[32] = {
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
    for (size_t i = 0; i < bytes.length; i++) {
        unsigned char byte = (unsigned char)bytes.data[i];
        ucs4_t character = byte;
        if (byte >= 0x80 && byte < 0xA0)
            character = high[byte - 0x80] ? high[byte - 0x80] : 0xFFFD;
        append_character(out, character);
    }
}

static bool is_disturbing(ucs4_t character)
{
    return uc_is_general_category_withtable(
        character, UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Zl |
                       UC_CATEGORY_MASK_Zp | UC_CATEGORY_MASK_Cs);
}

/* True for joiners and non-joiners, which belong to ordinary text and take no cell. */
static bool is_harmless_format(ucs4_t character)
{
    return character == 0x200C || character == 0x200D;
}

static void append_visible(struct buffer *out, ucs4_t character, bool line_breaks)
{
    if (line_breaks && (character == '\n' || character == '\t'))
        buffer_putc(out, ' ');
    else if (character < 0x20)
        append_character(out, 0x2400 + character);
    else if (character == 0x7F)
        append_character(out, 0x2421);
    else if (is_disturbing(character) && !is_harmless_format(character))
        buffer_printf(out, "<U+%04X>", (unsigned)character);
    else
        append_character(out, character);
}

static bool is_shown_as_sign(ucs4_t character)
{
    bool is_line_end = character == '\n' || character == '\r' || character == '\t';
    return !is_line_end && is_disturbing(character) && !is_harmless_format(character);
}

size_t text_find_disturbing(struct text text, size_t *length, uint32_t *character)
{
    const uint8_t *bytes = bytes_of(text);
    *length = 0;
    for (size_t at = 0; at < text.length;) {
        ucs4_t found = bytes[at];
        int taken = found < 0x80 ? 1 : u8_mbtoucr(&found, bytes + at, text.length - at);
        if (taken > 0 && (found < 0x20 || found >= 0x7F) && is_shown_as_sign(found)) {
            *length = (size_t)taken;
            *character = found;
            return at;
        }
        at += taken > 0 ? (size_t)taken : 1;
    }
    return text.length;
}

/* Returns the number of leading bytes that need no closer look: all of them for most texts. */
static size_t visible_prefix(const uint8_t *at, size_t left)
{
    size_t length = 0;
    while (length < left && at[length] >= 0x20 && at[length] < 0x7F)
        length++;
    return length;
}

/* A mark that exceeds the limit of a cell is shown as a sign of its own. */
static void append_counted(struct buffer *out, ucs4_t character, bool line_breaks, size_t *marks)
{
    bool is_shown = !is_disturbing(character) || is_harmless_format(character);
    bool is_mark = is_shown && uc_width(character, ENCODING) == 0;
    *marks = is_mark ? *marks + 1 : 0;
    if (*marks > MOST_MARKS)
        buffer_printf(out, "<U+%04X>", (unsigned)character);
    else
        append_visible(out, character, line_breaks);
}

void text_make_visible(struct buffer *out, struct text text, bool line_breaks)
{
    size_t marks = 0;
    const uint8_t *at = bytes_of(text);
    size_t left = text.length;
    while (left) {
        size_t visible = visible_prefix(at, left);
        buffer_append(out, (const char *)at, visible);
        at += visible;
        left -= visible;
        marks = visible ? 0 : marks;
        if (!left)
            break;
        ucs4_t character;
        int length = u8_mbtoucr(&character, at, left);
        if (length > 0) {
            append_counted(out, character, line_breaks, &marks);
        } else {
            buffer_printf(out, "<%02X>", *at);
            length = 1;
        }
        at += length;
        left -= (size_t)length;
    }
}

/*
 * Returns the letter below the accents, else the first code point. iconv is not used, as its result
 * depends on the locale.
 */
static ucs4_t base_of(struct text character)
{
    ucs4_t base = 0xFFFD;
    size_t length = 0;
    uint8_t *parts =
        u8_normalize(UNINORM_NFD, bytes_of(character), character.length, NULL, &length);
    if (!parts && errno == ENOMEM)
        memory_exhausted(character.length);
    if (parts && length)
        u8_mbtouc(&base, parts, length);
    free(parts);
    return base;
}

static void append_ascii(struct buffer *out, ucs4_t character, iconv_t converter)
{
    uint8_t bytes[6];
    char ascii[32];
    char *in = (char *)bytes, *to = ascii;
    size_t in_left = (size_t)u8_uctomb(bytes, character, sizeof bytes), room = sizeof ascii;
    if (character < 0x80)
        buffer_putc(out, (char)character);
    else if (converter == (iconv_t)-1 || iconv(converter, &in, &in_left, &to, &room) == (size_t)-1)
        buffer_putc(out, '?');
    else
        buffer_append(out, ascii, sizeof ascii - room);
}

static size_t ascii_prefix(struct text text)
{
    size_t length = 0;
    while (length < text.length && (unsigned char)text.data[length] < 0x80)
        length++;
    return length;
}

static iconv_t open_converter(void)
{
    iconv_t converter = iconv_open("ASCII//TRANSLIT", ENCODING);
    if (converter == (iconv_t)-1 && errno == ENOMEM)
        memory_exhausted(0);
    return converter;
}

/*
 * Converts one character at a time, so that a character without ASCII form does not affect others.
 * What iconv writes for a character depends on the locale: the one of the user must not matter.
 */
void text_make_ascii(struct buffer *out, struct text text)
{
    iconv_t converter = (iconv_t)-1;
    locale_t plain = newlocale(LC_CTYPE_MASK, "C", (locale_t)0), former = uselocale(plain);
    while (text.length) {
        size_t length = text_character(text);
        struct text character = {text.data, length};
        if (ascii_prefix(character) == length) {
            buffer_append_text(out, character);
        } else {
            if (converter == (iconv_t)-1)
                converter = open_converter();
            append_ascii(out, base_of(character), converter);
        }
        text.data += length;
        text.length -= length;
    }
    if (converter != (iconv_t)-1)
        iconv_close(converter);
    uselocale(former);
    if (plain)
        freelocale(plain);
}

/* True for two ASCII characters that are not CR LF: the second begins a new character. */
static bool is_plain_character(const uint8_t *at, size_t left)
{
    return at[0] < 0x80 && at[0] != '\r' && (left == 1 || at[1] < 0x80);
}

size_t text_character(struct text text)
{
    if (!text.length)
        return 0;
    const uint8_t *start = bytes_of(text);
    if (is_plain_character(start, text.length))
        return 1;
    const uint8_t *next = u8_grapheme_next(start, start + text.length);
    return next ? (size_t)(next - start) : 1;
}

static int character_cells(struct text text, size_t length)
{
    if (length == 1)
        return 1;
    int cells = u8_width(bytes_of(text), length, ENCODING);
    return cells < 0 ? 0 : cells;
}

int text_cells(struct text text)
{
    int cells = 0;
    while (text.length) {
        size_t length = text_character(text);
        cells += character_cells(text, length);
        text.data += length;
        text.length -= length;
    }
    return cells;
}

size_t text_fit(struct text text, int cells)
{
    size_t fitted = 0;
    while (text.length) {
        size_t length = text_character(text);
        cells -= character_cells(text, length);
        if (cells < 0)
            break;
        fitted += length;
        text.data += length;
        text.length -= length;
    }
    return fitted;
}

/*
 * True if a mark such as the comma of "India,Russia" ends before `at` and a word follows.
 * libunistring breaks lines there up to version 1.1, but not since, following newer editions of
 * Unicode. Records of a CSV file have few blanks, so break there with all versions.
 */
static bool is_between_mark_and_word(struct text text, size_t at)
{
    ucs4_t word;
    if (!memchr(",.:;", text.data[at - 1], 4))
        return false;
    u8_mbtouc(&word, bytes_of(text) + at, text.length - at);
    return word < 0x80 ? ascii_is_letter((char)word) || (word && strchr("#&*<=>@^_`~", (int)word))
                       : uc_is_alpha(word);
}

size_t text_wrap(struct text text, int cells, size_t *next)
{
    size_t fitted = text_fit(text, cells);
    if (fitted == 0 && text.length)
        fitted = text_character(text);
    if (fitted == text.length) {
        *next = text.length;
        return fitted;
    }
    /* The break may lie at the first character that no longer fits, usually a blank. */
    size_t seen = fitted + text_character((struct text){text.data + fitted, text.length - fitted});
    char *breaks = xmalloc(seen);
    u8_possible_linebreaks(bytes_of(text), seen, ENCODING, breaks);
    size_t end = seen;
    while (end > 0 && !(end < seen && end <= fitted &&
                        (breaks[end] == UC_BREAK_POSSIBLE || is_between_mark_and_word(text, end))))
        end--;
    if (text.data[fitted] == ' ')
        end = fitted;
    free(breaks);
    if (end == 0)
        end = fitted;
    *next = end;
    while (*next < text.length && text.data[*next] == ' ')
        (*next)++;
    while (end > 0 && text.data[end - 1] == ' ')
        end--;
    return end;
}
