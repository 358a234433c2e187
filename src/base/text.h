/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text: borrowed UTF-8 bytes, and how they lie in terminal cells.
 *
 * Everything that comes from a file is hostile until text_make_visible() has been over it: after
 * that, no control character, bidirectional override or invalid byte is left, and width, fitting
 * and wrapping can be trusted. Widths follow Unicode (GNU libunistring), one cell for what is
 * ambiguous; a character of several code points takes the cells of all of them, as terminals have
 * it: two for a Devanagari letter with a vowel sign behind it.
 */
#ifndef TRADESCOPE_BASE_TEXT_H
#define TRADESCOPE_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buffer;

struct text {
    const char *data; /* borrowed; not NUL-terminated */
    size_t length;    /* bytes */
};

struct text text_of(const char *string);
bool text_is_equal(struct text a, struct text b);
bool text_is(struct text text, const char *string);
/* Bytewise order, shorter first: for sorting and searching tables. */
int text_compare(struct text a, struct text b);
/* Without the white space at both ends: of ASCII, and hard and wide blanks of Unicode. */
struct text text_trim(struct text text);
/* Equal when letters of either case count as one (Unicode simple folding). */
bool text_is_equal_folded(struct text a, struct text b);
/* The same for the beginning of the text. */
bool text_begins_folded(struct text text, struct text beginning);
/* The same against an ASCII word, at once: what a closed set of words is looked up with. */
bool text_is_word(struct text text, const char *word);
/* Appends the text with a letter and its accents as one sign where Unicode has one (NFC). */
void text_compose(struct buffer *out, struct text text);
/* Appends the text folded to lower case, for comparison only. */
void text_fold(struct buffer *out, struct text text);

bool text_is_ascii(struct text text);
bool text_is_utf8(struct text text);
/* Appends CP1252 bytes as UTF-8; the five bytes that CP1252 leaves undefined become U+FFFD. */
void text_decode_cp1252(struct buffer *out, struct text bytes);
/*
 * Appends the text with everything that could disturb a terminal as a visible sign: C0 and DEL as
 * U+2400 pictures, C1 and bidirectional controls and other format characters as <U+XXXX>, invalid
 * bytes as <XX>, and marks over a letter that has four already as <U+XXXX>. With `line_breaks` a
 * newline or tab becomes one blank instead.
 */
void text_make_visible(struct buffer *out, struct text text, bool line_breaks);
/*
 * Bytes in front of the first character of a UTF-8 text that text_make_visible() makes a sign of;
 * *length is how many it has, 0 where there is none. Line ends and tabs count as harmless.
 */
size_t text_find_disturbing(struct text text, size_t *length, uint32_t *character);
/* Appends the nearest ASCII ("“" becomes "\"", "é" becomes "e", what has none becomes "?"). */
void text_make_ascii(struct buffer *out, struct text text);

/* Cells that the text takes. */
int text_cells(struct text text);
/* The longest prefix that fits `cells`; never splits a character from its combining marks. */
size_t text_fit(struct text text, int cells);
/* Bytes of the user-perceived character at the start; 0 for an empty text. */
size_t text_character(struct text text);
/*
 * Length of the first line when the text is wrapped at `cells` (>= 1), at a word end where there
 * is one. *next is where the line after it starts (blanks at the break are passed over).
 */
size_t text_wrap(struct text text, int cells, size_t *next);

#endif
