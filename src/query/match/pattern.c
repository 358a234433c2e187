/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * PCRE2, with JIT if the machine has it. A search is limited by a number of steps, not of seconds,
 * so that a pattern finds the same rows on every machine. A pattern that exceeds the limit again
 * and again is given up for the remaining texts, which count as exceeding too: so the total work is
 * bounded, and the caller can report it.
 *
 * Most texts that do not match are rejected without PCRE2, see literal_prefilter.h, and most
 * literals need it only to find their position. For ASCII texts the pattern is also compiled
 * without Unicode, which is several times as fast if case is ignored.
 */
#include "config.h"

#include "query/match/pattern.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "query/match/literal_prefilter.h"
#include "query/match/smart_case.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define STEPS_A_SEARCH 200000
#define DEPTH_A_SEARCH 20000
#define HEAP_KIBIBYTES_A_SEARCH 20000
#define OVERRUNS_UNTIL_GIVEN_UP 200
#define JIT_STACK_START ((size_t)32 * 1024)
#define JIT_STACK_MOST ((size_t)512 * 1024)

struct pattern_search {
    const struct pattern *pattern; /* borrowed */
    pcre2_match_data *match_data;
    pcre2_match_context *context;
    pcre2_jit_stack *jit_stack;
    size_t overruns, most_overruns;
};

struct pattern {
    pcre2_code *code;
    pcre2_code *ascii_code; /* for ASCII texts; NULL if the results could differ */
    struct literal_prefilter literals;
    struct pattern_search *search; /* owned: for callers that use the pattern directly */
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

/* PCRE2's allocations may not fail either. */
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

static pcre2_code *compile_code(struct text regular, uint32_t options, int *error, size_t *error_at)
{
    pcre2_general_context *general = pcre2_general_context_create(allocate, release, NULL);
    pcre2_compile_context *context = pcre2_compile_context_create(general);
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)(regular.data ? regular.data : ""), regular.length,
                                     options, error, error_at, context);
    pcre2_compile_context_free(context);
    pcre2_general_context_free(general);
    return code;
}

struct pattern_search *pattern_search_new(const struct pattern *pattern)
{
    pcre2_general_context *general = pcre2_general_context_create(allocate, release, NULL);
    struct pattern_search *search = xcalloc(1, sizeof *search);
    search->pattern = pattern;
    search->most_overruns = OVERRUNS_UNTIL_GIVEN_UP;
    search->match_data = pcre2_match_data_create(1, general);
    search->context = pcre2_match_context_create(general);
    pcre2_set_match_limit(search->context, STEPS_A_SEARCH);
    pcre2_set_depth_limit(search->context, DEPTH_A_SEARCH);
    pcre2_set_heap_limit(search->context, HEAP_KIBIBYTES_A_SEARCH);
    if (!pattern->literals.is_all)
        search->jit_stack = pcre2_jit_stack_create(JIT_STACK_START, JIT_STACK_MOST, general);
    if (search->jit_stack)
        pcre2_jit_stack_assign(search->context, NULL, search->jit_stack);
    pcre2_general_context_free(general);
    return search;
}

void pattern_search_free(struct pattern_search *search)
{
    if (!search)
        return;
    pcre2_match_data_free(search->match_data);
    pcre2_match_context_free(search->context);
    pcre2_jit_stack_free(search->jit_stack);
    free(search);
}

static bool is_ascii(struct text text)
{
    uint64_t bytes = 0;
    size_t at = 0;
    for (; at + sizeof bytes <= text.length; at += sizeof bytes) {
        uint64_t some;
        memcpy(&some, text.data + at, sizeof some);
        bytes |= some;
    }
    for (; at < text.length; at++)
        bytes |= (unsigned char)text.data[at];
    return !(bytes & 0x8080808080808080u);
}

static const uint32_t over_text = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF;
static const uint32_t over_regular = PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;

/* `regular` is what PCRE2 compiles, `source` the user's text. The caller then calls make_fast(). */
static struct pattern *compile(struct text source, struct text regular, uint32_t options,
                               size_t *error_at, struct error *error)
{
    int reason = 0;
    PCRE2_SIZE at = 0;
    pcre2_code *code = compile_code(regular, options, &reason, &at);
    if (!code) {
        *error_at = at < source.length ? at : source.length;
        explain(error, source, reason, *error_at);
        return NULL;
    }
    struct pattern *pattern = xcalloc(1, sizeof *pattern);
    pattern->code = code;
    return pattern;
}

/* JIT only affects speed: without it, PCRE2 interprets. */
static void make_fast(struct pattern *pattern, struct text regular, uint32_t options)
{
    int reason = 0;
    PCRE2_SIZE at = 0;
    pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
    if (is_ascii(regular))
        pattern->ascii_code =
            compile_code(regular, options & ~(over_text | over_regular), &reason, &at);
    if (pattern->ascii_code)
        pcre2_jit_compile(pattern->ascii_code, PCRE2_JIT_COMPLETE);
}

static void make_ready(struct pattern *pattern, struct literal_prefilter literals,
                       struct text regular, uint32_t options)
{
    pattern->literals = literals;
    if (!literals.is_all)
        make_fast(pattern, regular, options);
    pattern->search = pattern_search_new(pattern);
}

static uint32_t case_option(enum pattern_case cases, bool smart_case_folds)
{
    bool folds = cases == PATTERN_FOLD_CASE || (cases == PATTERN_SMART_CASE && smart_case_folds);
    return folds ? PCRE2_CASELESS : 0;
}

/* A character of the keyboard, and those that print uses for it. */
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

/* Letters that fold to more than one, in lower and upper case: all spellings match each other. */
static const struct {
    const char *letter, *spellings;
} wide_letters[] = {{"\u00DF", "(?:ss|[\u00DF\u1E9E])"},
                    {"\u1E9E", "(?:ss|[\u00DF\u1E9E])"},
                    {"\uFB01", "(?:fi|\uFB01)"},
                    {"\uFB02", "(?:fl|\uFB02)"}};

/* The bytes with which these begin and end, which a search for parts of the text passes over. */
static const char breaking_bytes[] = "'\"-\xC3\x9F\xE1\xEF";

static size_t append_wide(struct buffer *out, struct text literal, size_t at)
{
    for (size_t i = 0; i < ARRAY_LENGTH(wide_letters); i++) {
        size_t length = strlen(wide_letters[i].letter);
        if (literal.length - at < length ||
            memcmp(literal.data + at, wide_letters[i].letter, length) != 0)
            continue;
        buffer_puts(out, wide_letters[i].spellings);
        return length;
    }
    return 0;
}

/*
 * Appends the literal as a regular expression in which typed characters also match printed ones,
 * and, if it ignores case, letters all their spellings.
 */
static bool append_signs(struct buffer *out, struct text literal, bool folds)
{
    bool has_signs = false;
    for (size_t i = 0; i < literal.length; i++) {
        char byte = literal.data[i];
        size_t wide = folds ? append_wide(out, literal, i) : 0;
        if (wide) {
            has_signs = true;
            i += wide - 1;
            continue;
        }
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
    bool is_utf8 = text_is_utf8(source);
    uint32_t options =
        is_utf8 ? over_text | case_option(cases, smart_case_folds_literal(source)) : PCRE2_LITERAL;
    struct buffer printed = {0};
    struct text regular = source;
    if (is_utf8 && append_signs(&printed, source, options & PCRE2_CASELESS))
        regular = buffer_text(&printed);
    else
        options |= PCRE2_LITERAL;
    struct pattern *pattern = compile(source, regular, options, &error_at, error);
    if (pattern)
        make_ready(pattern,
                   literal_prefilter_of_literal(source, options & PCRE2_CASELESS,
                                                is_utf8 ? breaking_bytes : ""),
                   regular, options);
    buffer_release(&printed);
    return pattern;
}

static struct pattern *compile_regular(struct text source, uint32_t options, size_t *error_at,
                                       struct error *error)
{
    struct literal_prefilter literals = {0};
    bool is_plain = !(options & PCRE2_EXTENDED);
    options |= over_text | over_regular;
    struct pattern *pattern = compile(source, source, options, error_at, error);
    if (pattern && is_plain)
        literals = literal_prefilter_of_regular(source, options & PCRE2_CASELESS);
    if (pattern)
        make_ready(pattern, literals, source, options);
    return pattern;
}

struct pattern *pattern_compile(struct text source, enum pattern_kind kind, enum pattern_case cases,
                                struct error *error)
{
    size_t error_at;
    return kind == PATTERN_LITERAL
               ? compile_literal(source, cases, error)
               : compile_regular(source, case_option(cases, smart_case_folds_regular(source)),
                                 &error_at, error);
}

struct pattern *pattern_compile_flags(struct text source, unsigned flags, size_t *error_at,
                                      struct error *error)
{
    uint32_t options = 0;
    for (size_t i = 0; i < ARRAY_LENGTH(flag_letters); i++)
        if (flags & flag_letters[i].flag)
            options |= flag_letters[i].option;
    if (!(flags & (PATTERN_FOLDS | PATTERN_KEEPS_CASE)))
        options |= case_option(PATTERN_SMART_CASE, smart_case_folds_regular(source));
    return compile_regular(source, options, error_at, error);
}

void pattern_free(struct pattern *pattern)
{
    if (!pattern)
        return;
    pcre2_code_free(pattern->code);
    pcre2_code_free(pattern->ascii_code);
    literal_prefilter_release(&pattern->literals);
    pattern_search_free(pattern->search);
    free(pattern);
}

static bool is_given_up(struct pattern_search *search)
{
    bool is_over = search->overruns >= search->most_overruns;
    search->overruns += is_over;
    return is_over;
}

static bool run(struct pattern_search *search, const pcre2_code *code, struct text subject,
                size_t from)
{
    PCRE2_SPTR data = (PCRE2_SPTR)(subject.data ? subject.data : "");
    int found = pcre2_match(code, data, subject.length, from, PCRE2_NOTEMPTY, search->match_data,
                            search->context);
    if (found == PCRE2_ERROR_JIT_STACKLIMIT)
        found = pcre2_match(code, data, subject.length, from, PCRE2_NOTEMPTY | PCRE2_NO_JIT,
                            search->match_data, search->context);
    if (found < 0)
        search->overruns += found != PCRE2_ERROR_NOMATCH && found != PCRE2_ERROR_BADUTFOFFSET;
    const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(search->match_data);
    return found >= 0 && offsets[0] < offsets[1];
}

bool pattern_find(const struct pattern *pattern, struct text subject, size_t from,
                  struct match *match)
{
    struct pattern_search *search = pattern->search;
    if (from > subject.length || is_given_up(search) || !run(search, pattern->code, subject, from))
        return false;
    const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(search->match_data);
    *match = (struct match){offsets[0], offsets[1]};
    return true;
}

static bool is_matched(struct pattern_search *search, struct text subject)
{
    const struct pattern *pattern = search->pattern;
    if (is_given_up(search))
        return false;
    bool is_plain = pattern->ascii_code && is_ascii(subject);
    return run(search, is_plain ? pattern->ascii_code : pattern->code, subject, 0);
}

uint64_t pattern_search_select(struct pattern_search *search, const struct text *subjects,
                               uint64_t among)
{
    const struct literal_prefilter *literals = &search->pattern->literals;
    uint64_t left = literal_prefilter_select(literals, subjects, among), matched = left;
    for (; left && !literals->is_all; left &= left - 1)
        if (!is_matched(search, subjects[__builtin_ctzll(left)]))
            matched &= ~(left & -left);
    return matched;
}

void pattern_search_start(struct pattern_search *search, size_t part_count)
{
    search->overruns = 0;
    search->most_overruns =
        part_count < OVERRUNS_UNTIL_GIVEN_UP ? OVERRUNS_UNTIL_GIVEN_UP / part_count : 1;
}

size_t pattern_search_overruns(const struct pattern_search *search)
{
    return search->overruns;
}

bool pattern_matches(const struct pattern *pattern, struct text subject)
{
    return pattern_search_select(pattern->search, &subject, 1);
}

bool pattern_may_match_number(const struct pattern *pattern)
{
    return literal_prefilter_may_be_in_number(&pattern->literals);
}

size_t pattern_overrun_count(const struct pattern *pattern)
{
    return pattern->search->overruns;
}

void pattern_forget_overruns(const struct pattern *pattern)
{
    pattern->search->overruns = 0;
}

void pattern_add_overruns(const struct pattern *pattern, size_t count)
{
    pattern->search->overruns += count;
}
