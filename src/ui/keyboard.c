/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/keyboard.h"

#include "base/array.h"
#include "base/text.h"
#include "ui/background.h"
#include "ui/terminal_input.h"
#include "ui/terminal.h"

#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ESCAPE 27
#define DOUBLE_CLICK_TIME 400 /* milliseconds */
#define LONGEST_SEQUENCE 48
/* Milliseconds: a network may delay the rest of a long paste, and of an answer. */
#define PASTE_GAP 2000
#define ANSWER_GAP 1000
#define AWAITED_ESCAPE_GAP 200

static const struct {
    int code;
    const char *name;
} special_keys[] = {
    {' ', "Space"},       {'\t', "Tab"},       {'\r', "Enter"},      {'\n', "Enter"},
    {'\b', "Backspace"},  {127, "Backspace"},  {KEY_ENTER, "Enter"}, {KEY_BACKSPACE, "Backspace"},
    {KEY_BTAB, "S-Tab"},  {KEY_UP, "Up"},      {KEY_DOWN, "Down"},   {KEY_LEFT, "Left"},
    {KEY_RIGHT, "Right"}, {KEY_PPAGE, "PgUp"}, {KEY_NPAGE, "PgDn"},  {KEY_HOME, "Home"},
    {KEY_END, "End"},     {KEY_A1, "Home"}, /* the keypad block */
    {KEY_A3, "PgUp"},     {KEY_C1, "End"},     {KEY_C3, "PgDn"},     {KEY_IC, "Insert"},
    {KEY_DC, "Delete"},   {KEY_HELP, "F1"},
};

/* A control sequence without its introducer: "\033[200~" has text "200" and final '~'. */
struct sequence {
    char text[LONGEST_SEQUENCE];
    size_t length;
    int final; /* 0 if it is incomplete */
    bool is_too_long;
};

/* Usual sequences, for terminals that send others than terminfo says. */
static const struct {
    const char *text;
    int final;
    const char *name;
} usual_sequences[] = {
    {"", 'A', "Up"},      {"", 'B', "Down"},    {"", 'C', "Right"}, {"", 'D', "Left"},
    {"", 'H', "Home"},    {"", 'F', "End"},     {"1", '~', "Home"}, {"4", '~', "End"},
    {"7", '~', "Home"},   {"8", '~', "End"},    {"5", '~', "PgUp"}, {"6", '~', "PgDn"},
    {"2", '~', "Insert"}, {"3", '~', "Delete"}, {"", 'Z', "S-Tab"}, {"", 'P', "F1"},
};

static struct {
    struct key last_click;
    struct timespec last_click_time;
} keyboard = {.last_click.row = -1};

/* Reads the rest of a sequence. Bytes that do not follow at once do not belong to it. */
static int read_rest(bool has_names)
{
    return terminal_input_read(get_escdelay(), has_names);
}

static void read_sequence(struct sequence *sequence, bool has_names)
{
    *sequence = (struct sequence){0};
    for (;;) {
        int code = read_rest(has_names);
        if (code >= 0x40 && code <= 0x7e) {
            sequence->final = code;
            return;
        }
        if (code < 0x20 || code > 0x3f) {
            terminal_input_unread(code);
            return;
        }
        if (sequence->length + 1 < sizeof sequence->text)
            sequence->text[sequence->length++] = (char)code;
        else
            sequence->is_too_long = true;
    }
}

static void unread_sequence(const struct sequence *sequence)
{
    if (sequence->final)
        terminal_input_unread(sequence->final);
    for (size_t i = sequence->length; i > 0; i--)
        terminal_input_unread((unsigned char)sequence->text[i - 1]);
    terminal_input_unread('[');
}

static bool is_double_click(const struct key *key)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    const struct timespec *last = &keyboard.last_click_time;
    long long passed =
        (long long)(now.tv_sec - last->tv_sec) * 1000 + (now.tv_nsec - last->tv_nsec) / 1000000;
    bool is_near = keyboard.last_click.row == key->row && keyboard.last_click.column == key->column;
    bool is_double = is_near && (terminal_is_headless() || passed <= DOUBLE_CLICK_TIME);
    keyboard.last_click = *key;
    keyboard.last_click_time = now;
    if (is_double)
        keyboard.last_click.row = -1; /* a third click counts as a first one */
    return is_double;
}

/* Buttons as in the protocol: 0 is the left one, 64 and 65 are the wheel; others are ignored. */
static bool make_mouse_key(struct key *key, int button, int column, int row)
{
    const int modifiers = 4 | 8 | 16;
    key->row = row - 1;
    key->column = column - 1;
    if (row < 1 || column < 1)
        return false;
    switch (button & ~modifiers) {
    case 0:
        key->kind = is_double_click(key) ? KEY_KIND_DOUBLE_CLICK : KEY_KIND_CLICK;
        return true;
    case 64:
        key->kind = KEY_KIND_WHEEL_UP;
        return true;
    case 65:
        key->kind = KEY_KIND_WHEEL_DOWN;
        return true;
    default:
        return false;
    }
}

/* Reads the form of old terminals: three bytes behind "\033[M", each 32 plus a number. */
static bool read_old_mouse(struct key *key, bool has_names)
{
    int numbers[3];
    for (size_t i = 0; i < ARRAY_LENGTH(numbers); i++) {
        int code = read_rest(has_names);
        if (code < 32 || code > 255) {
            terminal_input_unread(code);
            return false;
        }
        numbers[i] = code - 32;
    }
    return make_mouse_key(key, numbers[0], numbers[1], numbers[2]);
}

static bool is_mouse(const struct sequence *sequence)
{
    bool is_decimal = sequence->length > 0 && sequence->text[0] == '<';
    return (sequence->final == 'M' && sequence->length == 0) ||
           (is_decimal && (sequence->final == 'M' || sequence->final == 'm'));
}

static bool read_mouse(struct key *key, const struct sequence *sequence, bool has_names)
{
    if (sequence->length == 0)
        return read_old_mouse(key, has_names);
    int button, column, row;
    if (sequence->final == 'm' ||
        sscanf(sequence->text, "<%4d;%4d;%4d", &button, &column, &row) != 3)
        return false;
    return make_mouse_key(key, button, column, row);
}

/* "\033[8;ROWS;COLUMNSt" resizes the headless screen. */
static bool take_size(const struct sequence *sequence)
{
    int rows, columns;
    if (!terminal_is_headless() || sequence->final != 't' ||
        sscanf(sequence->text, "8;%4d;%4d", &rows, &columns) != 2)
        return false;
    terminal_resize(columns, rows);
    return true;
}

/* Skips a paste up to its end mark; an interrupted paste ends with its bytes. */
static void skip_paste(void)
{
    static const char end[] = "\033[201~";
    size_t matched = 0;
    while (matched < sizeof end - 1) {
        int code = terminal_input_read(PASTE_GAP, true);
        if (code == INPUT_NONE || code == INPUT_END) {
            terminal_input_unread(code);
            return;
        }
        matched = code == end[matched] ? matched + 1 : code == ESCAPE ? 1 : 0;
    }
}

static bool take_name(struct key *key, const struct sequence *sequence)
{
    for (size_t i = 0; i < ARRAY_LENGTH(usual_sequences); i++) {
        if (usual_sequences[i].final == sequence->final &&
            strcmp(usual_sequences[i].text, sequence->text) == 0) {
            strcpy(key->name, usual_sequences[i].name);
            return true;
        }
    }
    return false;
}

static bool make_key_of_sequence(struct key *key)
{
    struct sequence sequence;
    read_sequence(&sequence, true);
    if (is_mouse(&sequence))
        return read_mouse(key, &sequence, true);
    if (take_size(&sequence)) {
        key->kind = KEY_KIND_RESIZE;
        return true;
    }
    if (sequence.final == '~' && strcmp(sequence.text, "200") == 0) {
        skip_paste();
        key->kind = KEY_KIND_PASTE;
        return true;
    }
    return take_name(key, &sequence);
}

/* A string sent by the terminal, such as an answer, up to BEL or "\033\\". */
struct answer {
    char text[LONGEST_SEQUENCE];
    size_t length;
    int last; /* the code that ended it; negative if it is incomplete */
    bool is_too_long;
};

/* True for the answer about the background, of which there may be only a part yet. */
static bool is_background(const struct answer *answer)
{
    static const char start[] = "11;";
    size_t length = answer->length < sizeof start - 1 ? answer->length : sizeof start - 1;
    return memcmp(answer->text, start, length) == 0;
}

/* The rest of an answer that was asked for may come late; as keys it would run commands. */
static int read_rest_of_answer(const struct answer *answer, bool has_names)
{
    bool is_expected = is_background(answer) &&
                       (answer->length ? background_is_unanswered() : background_is_awaited());
    return terminal_input_read(is_expected ? ANSWER_GAP : get_escdelay(), has_names);
}

static void read_answer(struct answer *answer, bool has_names)
{
    *answer = (struct answer){0};
    for (int before = 0;; before = answer->last) {
        answer->last = read_rest_of_answer(answer, has_names);
        if (answer->last < 0 || answer->last == '\a' || (before == ESCAPE && answer->last == '\\'))
            break;
        if (answer->length < sizeof answer->text)
            answer->text[answer->length++] = (char)answer->last;
        else
            answer->is_too_long = true;
    }
    if (answer->last < 0)
        terminal_input_unread(answer->last);
}

/* True if it is the answer to the question for the background. */
static bool take_answer(const struct answer *answer)
{
    struct text text = {answer->text, answer->length};
    if (answer->last == '\\' && text.length) /* the escape before it */
        text.length--;
    return answer->last > 0 && !answer->is_too_long && background_take(text);
}

static void unread_answer(const struct answer *answer)
{
    if (answer->last > 0)
        terminal_input_unread(answer->last);
    for (size_t i = answer->length; i > 0; i--)
        terminal_input_unread((unsigned char)answer->text[i - 1]);
}

static void skip_string(void)
{
    struct answer answer;
    read_answer(&answer, true);
    take_answer(&answer);
}

/* Reads the byte behind an Esc, which an awaited answer may begin with. */
static int read_escaped(bool has_names)
{
    int patience = get_escdelay();
    if (background_is_awaited() && patience < AWAITED_ESCAPE_GAP)
        patience = AWAITED_ESCAPE_GAP;
    return terminal_input_read(patience, has_names);
}

static bool make_name(struct key *key, int code);

/* Reads what follows an Esc. Returns false for a sequence that is not a known key. */
static bool make_escaped_key(struct key *key)
{
    int code = read_escaped(true);
    if (code < 0 || code == ESCAPE) {
        terminal_input_unread(code);
        strcpy(key->name, "Esc");
        return true;
    }
    switch (code) {
    case '[':
        return make_key_of_sequence(key);
    case 'O':
        return take_name(key, &(struct sequence){.final = read_rest(true)});
    case ']':
    case 'P':
    case '_':
    case '^':
        skip_string();
        return false;
    default:
        break;
    }
    struct key plain = {0};
    if (!make_name(&plain, code))
        return false;
    snprintf(key->name, sizeof key->name, "M-%.20s", plain.name);
    return true;
}

/* Reads the remaining bytes of a UTF-8 character. */
static bool make_character(struct key *key, int lead)
{
    size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    key->name[0] = (char)lead;
    for (size_t i = 1; i < length; i++) {
        int code = read_rest(true);
        if (code < 0x80 || code > 0xbf) {
            terminal_input_unread(code);
            return false;
        }
        key->name[i] = (char)code;
    }
    return text_is_utf8(text_of(key->name));
}

static bool make_name(struct key *key, int code)
{
    for (size_t i = 0; i < ARRAY_LENGTH(special_keys); i++) {
        if (special_keys[i].code == code) {
            strcpy(key->name, special_keys[i].name);
            return true;
        }
    }
    if (code < ' ')
        snprintf(key->name, sizeof key->name, "^%c", code + '@');
    else if (code < 0x7f)
        snprintf(key->name, sizeof key->name, "%c", code);
    else if (code >= 0xc2 && code <= 0xf4)
        return make_character(key, code);
    else if (code > KEY_F0 && code <= KEY_F(63))
        snprintf(key->name, sizeof key->name, "F%d", code - KEY_F0);
    else
        return false;
    return true;
}

static bool make_key(struct key *key, int code)
{
    *key = (struct key){.kind = KEY_KIND_NAME};
    switch (code) {
    case INPUT_END:
        key->kind = KEY_KIND_END;
        return true;
    case INPUT_RESIZE:
        key->kind = KEY_KIND_RESIZE;
        return true;
    case INPUT_PAUSE:
        keyboard.last_click.row = -1;
        key->kind = KEY_KIND_NOTHING;
        return true;
    case ESCAPE:
        return make_escaped_key(key);
    default:
        return code >= 0 && make_name(key, code);
    }
}

void keyboard_read(struct key *key)
{
    if (!make_key(key, terminal_input_read(INPUT_FOREVER, true)))
        key->kind = KEY_KIND_NOTHING;
}

bool keyboard_is_waiting(void)
{
    int code = terminal_input_read(0, true);
    if (code == INPUT_PAUSE)
        keyboard.last_click.row = -1;
    else
        terminal_input_unread(code);
    return code != INPUT_NONE && code != INPUT_PAUSE && code != INPUT_END;
}

/*
 * Takes the late answer about the background from the keys of a prompt, even if it names no colour.
 * Unreads anything else.
 */
static bool take_answer_of_prompt(void)
{
    struct answer answer;
    read_answer(&answer, false);
    if (take_answer(&answer) || (answer.length >= 3 && is_background(&answer)))
        return true;
    unread_answer(&answer);
    return false;
}

/* Handles what follows an Esc. Returns true if it was a report; *code is what to return if not. */
static bool take_report(int *code)
{
    *code = ESCAPE;
    int next = read_escaped(false);
    if (next == ']' && take_answer_of_prompt())
        return true;
    if (next != '[') {
        terminal_input_unread(next);
        return false;
    }
    struct sequence sequence;
    struct key unused = {0};
    read_sequence(&sequence, false);
    if (take_size(&sequence)) {
        *code = INPUT_RESIZE;
        return false;
    }
    if (!is_mouse(&sequence) && !sequence.is_too_long) {
        unread_sequence(&sequence);
        return false;
    }
    if (is_mouse(&sequence))
        read_mouse(&unused, &sequence, false);
    return true;
}

int keyboard_read_byte(int milliseconds)
{
    for (;;) {
        int code = terminal_input_read(milliseconds, false);
        if (code != ESCAPE || !take_report(&code))
            return code;
    }
}

void keyboard_await_answer(int milliseconds)
{
    if (!background_is_awaited())
        return;
    terminal_input_unread(terminal_input_read(milliseconds, true));
}

void keyboard_drop_answer(int milliseconds)
{
    struct key key;
    while (background_is_awaited()) {
        int code = terminal_input_read(milliseconds, true);
        terminal_input_unread(code);
        if (code != ESCAPE)
            return;
        keyboard_read(&key);
    }
}

bool keyboard_has_more(void)
{
    int code = read_rest(false);
    terminal_input_unread(code);
    return code >= 0;
}
