/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Borrowed UTF-8 text, and its width in terminal cells. Text from a file is not trusted until it
 * went through text_make_visible(), which leaves no control character, bidirectional override or
 * invalid byte; only then are width, fitting and wrapping correct. Widths follow Unicode (GNU
 * libunistring). Ambiguous characters take one cell; a character of several code points takes the
 * cells of all of them, as in terminals: two for a Devanagari letter followed by a vowel sign.
 */
#ifndef TRADESCOPE_BASE_TEXT_H
#define TRADESCOPE_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

struct text text_of(const char *string);
bool text_is_equal(struct text a, struct text b);
bool text_is(struct text text, const char *string);
/* Compares bytes, a prefix first. For sorting and searching tables. */
int text_compare(struct text a, struct text b);
/* Removes white space at both ends: that of ASCII, and hard and wide spaces of Unicode. */
struct text text_trim(struct text text);
/* True if the texts are equal but for case (Unicode simple folding). */
bool text_is_equal_folded(struct text a, struct text b);
/* True if the text begins with `beginning`, but for case. */
bool text_begins_folded(struct text text, struct text beginning);
/*
 * True if the text is an ASCII word, but for case. Faster; used to look up words of a closed set.
 */
bool text_is_word(struct text text, const char *word);
/*
 * Appends the text in NFC: letters and accents are composed where Unicode has a character for both.
 */
void text_compose(struct buffer *out, struct text text);
/* Appends the text in lower case, for comparison only. */
void text_fold(struct buffer *out, struct text text);

bool text_is_ascii(struct text text);
bool text_is_utf8(struct text text);
/* Appends CP1252 bytes as UTF-8. The five undefined bytes become U+FFFD. */
void text_decode_cp1252(struct buffer *out, struct text bytes);
/*
 * Appends the text with everything that could disturb a terminal replaced by a visible sign: C0 and
 * DEL by U+2400 pictures, C1, bidirectional controls and other format characters by <U+XXXX>,
 * invalid bytes by <XX>, and more than four marks over a letter by <U+XXXX>. With `line_breaks` a
 * newline or tab becomes a blank instead.
 */
void text_make_visible(struct buffer *out, struct text text, bool line_breaks);
/*
 * Returns the offset of the first character of a UTF-8 text that text_make_visible() would replace.
 * *length is its length, 0 if there is none. Line ends and tabs are accepted.
 */
size_t text_find_disturbing(struct text text, size_t *length, uint32_t *character);
/*
 * Appends the nearest ASCII: "“" becomes "\"", "é" becomes "e", and a character without ASCII form
 * "?".
 */
void text_make_ascii(struct buffer *out, struct text text);

/* Returns the width in cells. */
int text_cells(struct text text);
/*
 * Returns the length of the longest prefix that fits in `cells`. Never separates a character from
 * its combining marks.
 */
size_t text_fit(struct text text, int cells);
/* Returns the length of the first user-perceived character; 0 for an empty text. */
size_t text_character(struct text text);
/*
 * Returns the length of the first line when the text is wrapped at `cells` (>= 1), after a word if
 * possible. *next is where the next line starts, behind the blanks at the break.
 */
size_t text_wrap(struct text text, int cells, size_t *next);

#endif
