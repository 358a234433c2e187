/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * PCRE2 with JIT where the machine has it. The bound on a search is a number of steps, not of
 * seconds, so that the same pattern gives the same rows on every machine. A pattern that exceeds it
 * again and again is given up for the rest, each search of which is counted as exceeding too: the
 * whole work stays bounded, and the caller can say so.
 */
#include "config.h"

#include "query/pattern.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/memory.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unistr.h>

#define STEPS_A_SEARCH 200000
#define DEPTH_A_SEARCH 20000
#define HEAP_KIBIBYTES_A_SEARCH 20000
#define OVERRUNS_UNTIL_GIVEN_UP 200
#define JIT_STACK_START ((size_t)32 * 1024)
#define JIT_STACK_MOST ((size_t)512 * 1024)

struct pattern {
    pcre2_code *code;
    pcre2_match_data *match_data;
    pcre2_match_context *context;
    pcre2_jit_stack *jit_stack;
    size_t *overruns; /* apart, for a search leaves the pattern itself as it is */
    char *source;
    size_t source_length;
};

struct flag_letter {
    char letter;
    unsigned flag;
    uint32_t option;
};

static const struct flag_letter flag_letters[] = {{'i', PATTERN_FOLDS, PCRE2_CASELESS},
                                                  {'c', PATTERN_KEEPS_CASE, 0},
                                                  {'s', PATTERN_DOT_IS_ALL, PCRE2_DOTALL},
                                                  {'m', PATTERN_HAS_LINES, PCRE2_MULTILINE},
                                                  {'x', PATTERN_IS_EXTENDED, PCRE2_EXTENDED}};

unsigned pattern_flag_of_letter(char letter)
{
    for (size_t i = 0; i < ARRAY_LENGTH(flag_letters); i++)
        if (flag_letters[i].letter == letter)
            return flag_letters[i].flag;
    return 0;
}

char pattern_letter_of_flag(unsigned flag)
{
    for (size_t i = 0; i < ARRAY_LENGTH(flag_letters); i++)
        if (flag_letters[i].flag == flag)
            return flag_letters[i].letter;
    return 0;
}

/* The character at `at`, and its length; a byte that is no UTF-8 is a character without case. */
static size_t character_at(struct text text, size_t at, ucs4_t *character)
{
    int length = u8_mbtoucr(character, (const uint8_t *)text.data + at, text.length - at);
    if (length > 0)
        return (size_t)length;
    *character = 0;
    return 1;
}

static bool is_capital(ucs4_t character)
{
    return uc_is_property_uppercase(character) ||
           uc_is_general_category_withtable(character, UC_CATEGORY_MASK_Lt);
}

bool pattern_literal_folds(struct text literal)
{
    ucs4_t character;
    for (size_t at = 0; at < literal.length; at += character_at(literal, at, &character)) {
        character_at(literal, at, &character);
        if (is_capital(character))
            return false;
    }
    return true;
}

static size_t skip_to(struct text text, size_t at, char byte)
{
    while (at < text.length && text.data[at] != byte)
        at++;
    return at < text.length ? at + 1 : at;
}

static bool stands_at(struct text text, size_t at, const char *string)
{
    size_t length = strlen(string);
    return text.length - at >= length && memcmp(text.data + at, string, length) == 0;
}

/*
 * The end of what has a meaning of its own and whose letters are no letters searched for: \D,
 * \p{Lu}, \x{1F}, \k<Name>, (?P<Name>, (?<Name>, (*UCP). The place itself where there is none.
 */
static size_t skip_syntax(struct text source, size_t at)
{
    if (source.data[at] == '\\') {
        bool takes_name = at + 1 < source.length && memchr("pPxoNgk", source.data[at + 1], 7);
        at = at + 2 < source.length ? at + 2 : source.length;
        if (takes_name && stands_at(source, at, "{"))
            return skip_to(source, at, '}');
        return takes_name && stands_at(source, at, "<") ? skip_to(source, at, '>') : at;
    }
    if (stands_at(source, at, "(*"))
        return skip_to(source, at, ')');
    if (stands_at(source, at, "(?P<") ||
        (stands_at(source, at, "(?<") && !stands_at(source, at, "(?<=") &&
         !stands_at(source, at, "(?<!")))
        return skip_to(source, at, '>');
    return stands_at(source, at, "(?P") ? at + 3 : at;
}

static bool regular_folds(struct text source)
{
    for (size_t at = 0; at < source.length;) {
        size_t end = skip_syntax(source, at);
        if (end > at) {
            at = end;
            continue;
        }
        ucs4_t character;
        at += character_at(source, at, &character);
        if (is_capital(character))
            return false;
    }
    return true;
}

static bool explain(struct error *error, struct text source, int code, size_t at)
{
    char reason[256] = "";
    pcre2_get_error_message(code, (PCRE2_UCHAR *)reason, sizeof reason);
    size_t characters = 1;
    for (size_t i = 0; i < at && i < source.length; i++)
        characters += ((unsigned char)source.data[i] & 0xC0) != 0x80;
    return error_set_misuse(error, "regular expression: %s, at character %zu of `%.*s`", reason,
                            characters, (int)source.length, source.data ? source.data : "");
}

/* Memory that PCRE2 asks for may not fail either. */
static void *allocate(size_t size, void *data)
{
    (void)data;
    return xmalloc(size);
}

static void release(void *memory, void *data)
{
    (void)data;
    free(memory);
}

/* JIT is a matter of speed alone: where it cannot be had, PCRE2 interprets. */
static void prepare_matching(struct pattern *pattern, pcre2_general_context *general)
{
    pattern->match_data = pcre2_match_data_create(1, general);
    pattern->context = pcre2_match_context_create(general);
    pcre2_set_match_limit(pattern->context, STEPS_A_SEARCH);
    pcre2_set_depth_limit(pattern->context, DEPTH_A_SEARCH);
    pcre2_set_heap_limit(pattern->context, HEAP_KIBIBYTES_A_SEARCH);
    if (pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE) != 0)
        return;
    pattern->jit_stack = pcre2_jit_stack_create(JIT_STACK_START, JIT_STACK_MOST, general);
    if (pattern->jit_stack)
        pcre2_jit_stack_assign(pattern->context, NULL, pattern->jit_stack);
}

/* `regular` is what PCRE2 compiles, `source` what the user wrote. */
static struct pattern *compile(struct text source, struct text regular, uint32_t options,
                               size_t *error_at, struct error *error)
{
    pcre2_general_context *general = pcre2_general_context_create(allocate, release, NULL);
    pcre2_compile_context *context = pcre2_compile_context_create(general);
    struct pattern *pattern = xcalloc(1, sizeof *pattern);
    int code = 0;
    PCRE2_SIZE at = 0;
    pattern->code = pcre2_compile((PCRE2_SPTR)(regular.data ? regular.data : ""), regular.length,
                                  options, &code, &at, context);
    if (pattern->code) {
        pattern->overruns = xcalloc(1, sizeof *pattern->overruns);
        pattern->source = xstrndup(source.data, source.length);
        pattern->source_length = source.length;
        prepare_matching(pattern, general);
    } else {
        *error_at = at < source.length ? at : source.length;
        explain(error, source, code, *error_at);
        free(pattern);
        pattern = NULL;
    }
    pcre2_compile_context_free(context);
    pcre2_general_context_free(general);
    return pattern;
}

static uint32_t case_option(enum pattern_case cases, bool smart_case_folds)
{
    bool folds = cases == PATTERN_FOLD_CASE || (cases == PATTERN_SMART_CASE && smart_case_folds);
    return folds ? PCRE2_CASELESS : 0;
}

static const uint32_t over_text = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF;
static const uint32_t over_regular = PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;

/* What a keyboard has, and what a printed text has in its place. */
struct sign {
    char typed;
    const char *printed; /* a class of a regular expression */
};

static const struct sign signs[] = {{'\'', "['\u2018\u2019]"},
                                    {'"', "[\"\u201C\u201D\u201E]"},
                                    {'-', "[-\u2010\u2011\u2013\u2014]"}};

static const char *printed_sign(char typed)
{
    for (size_t i = 0; i < ARRAY_LENGTH(signs); i++)
        if (signs[i].typed == typed)
            return signs[i].printed;
    return NULL;
}

/* Appends the literal as a regular expression that finds the printed signs for the typed ones. */
static bool append_signs(struct buffer *out, struct text literal)
{
    bool has_signs = false;
    for (size_t i = 0; i < literal.length; i++) {
        char byte = literal.data[i];
        const char *printed = printed_sign(byte);
        has_signs |= printed != NULL;
        if (printed)
            buffer_puts(out, printed);
        else if ((unsigned char)byte < 0x80)
            buffer_printf(out, "\\x%02X", (unsigned)byte);
        else
            buffer_putc(out, byte);
    }
    return has_signs;
}

static struct pattern *compile_literal(struct text source, enum pattern_case cases,
                                       struct error *error)
{
    size_t error_at;
    if (!text_is_utf8(source))
        return compile(source, source, PCRE2_LITERAL, &error_at, error);
    uint32_t options = over_text | case_option(cases, pattern_literal_folds(source));
    struct buffer regular = {0};
    struct pattern *pattern =
        append_signs(&regular, source)
            ? compile(source, buffer_text(&regular), options, &error_at, error)
            : compile(source, source, options | PCRE2_LITERAL, &error_at, error);
    buffer_release(&regular);
    return pattern;
}

struct pattern *pattern_compile(struct text source, enum pattern_kind kind, enum pattern_case cases,
                                struct error *error)
{
    if (kind == PATTERN_LITERAL)
        return compile_literal(source, cases, error);
    size_t error_at;
    uint32_t options = over_text | over_regular | case_option(cases, regular_folds(source));
    return compile(source, source, options, &error_at, error);
}

struct pattern *pattern_compile_flags(struct text source, unsigned flags, size_t *error_at,
                                      struct error *error)
{
    uint32_t options = over_text | over_regular;
    for (size_t i = 0; i < ARRAY_LENGTH(flag_letters); i++)
        if (flags & flag_letters[i].flag)
            options |= flag_letters[i].option;
    if (!(flags & (PATTERN_FOLDS | PATTERN_KEEPS_CASE)))
        options |= case_option(PATTERN_SMART_CASE, regular_folds(source));
    return compile(source, source, options, error_at, error);
}

void pattern_free(struct pattern *pattern)
{
    if (!pattern)
        return;
    pcre2_code_free(pattern->code);
    pcre2_match_data_free(pattern->match_data);
    pcre2_match_context_free(pattern->context);
    pcre2_jit_stack_free(pattern->jit_stack);
    free(pattern->overruns);
    free(pattern->source);
    free(pattern);
}

bool pattern_find(const struct pattern *pattern, struct text subject, size_t from,
                  struct match *match)
{
    if (from > subject.length || *pattern->overruns >= OVERRUNS_UNTIL_GIVEN_UP) {
        *pattern->overruns += from <= subject.length;
        return false;
    }
    PCRE2_SPTR data = (PCRE2_SPTR)(subject.data ? subject.data : "");
    int found = pcre2_match(pattern->code, data, subject.length, from, PCRE2_NOTEMPTY,
                            pattern->match_data, pattern->context);
    if (found == PCRE2_ERROR_JIT_STACKLIMIT)
        found = pcre2_match(pattern->code, data, subject.length, from,
                            PCRE2_NOTEMPTY | PCRE2_NO_JIT, pattern->match_data, pattern->context);
    if (found < 0) {
        *pattern->overruns += found != PCRE2_ERROR_NOMATCH && found != PCRE2_ERROR_BADUTFOFFSET;
        return false;
    }
    const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(pattern->match_data);
    *match = (struct match){offsets[0], offsets[1]};
    return match->start < match->end;
}

bool pattern_matches(const struct pattern *pattern, struct text subject)
{
    struct match match;
    return pattern_find(pattern, subject, 0, &match);
}

struct text pattern_source(const struct pattern *pattern)
{
    return (struct text){pattern->source, pattern->source_length};
}

size_t pattern_overrun_count(const struct pattern *pattern)
{
    return *pattern->overruns;
}

void pattern_forget_overruns(const struct pattern *pattern)
{
    *pattern->overruns = 0;
}
