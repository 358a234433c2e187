/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ESCAPE '\033'
#define LONGEST_ROW (TERMINAL_COLUMNS * sizeof(struct glyph))

static const struct glyph blank = {" "};

static int clamp(int number, int least, int most)
{
    return number < least ? least : number > most ? most : number;
}

static void move_to(struct terminal *terminal, int row, int column)
{
    terminal->row = clamp(row, 0, TERMINAL_ROWS - 1);
    terminal->column = clamp(column, 0, TERMINAL_COLUMNS - 1);
}

/* [first, last) of a row. */
static void erase(struct terminal *terminal, int row, int first, int last)
{
    for (int column = first; column < clamp(last, 0, TERMINAL_COLUMNS); column++)
        terminal->cells[row][column] = blank;
}

static void erase_rows(struct terminal *terminal, int first, int last)
{
    for (int row = first; row < last; row++)
        erase(terminal, row, 0, TERMINAL_COLUMNS);
}

/* The cells from the cursor on go to the right, or to the left where `by` is negative. */
static void shift(struct terminal *terminal, int by)
{
    struct glyph *cells = terminal->cells[terminal->row];
    int from = clamp(terminal->column, 0, TERMINAL_COLUMNS - 1);
    int distance = clamp(abs(by), 0, TERMINAL_COLUMNS - from);
    size_t size = (size_t)(TERMINAL_COLUMNS - from - distance) * sizeof *cells;
    memmove(by > 0 ? cells + from + distance : cells + from,
            by > 0 ? cells + from : cells + from + distance, size);
    int emptied = by > 0 ? from : TERMINAL_COLUMNS - distance;
    erase(terminal, terminal->row, emptied, emptied + distance);
}

/* The cursor stays behind the last column until the next character, as xterm's does. */
static void put(struct terminal *terminal, struct glyph glyph)
{
    if (terminal->column == TERMINAL_COLUMNS)
        move_to(terminal, terminal->row + 1, 0);
    terminal->cells[terminal->row][terminal->column++] = terminal->last = glyph;
}

/* --- control sequences, by their last byte. A number that is not stated is 0. --- */

typedef void action(struct terminal *terminal, int first, int second);

static int at_least_one(int number)
{
    return number ? number : 1;
}

static void go_up(struct terminal *terminal, int first, int second)
{
    (void)second;
    move_to(terminal, terminal->row - at_least_one(first), terminal->column);
}

static void go_down(struct terminal *terminal, int first, int second)
{
    (void)second;
    move_to(terminal, terminal->row + at_least_one(first), terminal->column);
}

static void go_right(struct terminal *terminal, int first, int second)
{
    (void)second;
    move_to(terminal, terminal->row, terminal->column + at_least_one(first));
}

static void go_left(struct terminal *terminal, int first, int second)
{
    (void)second;
    move_to(terminal, terminal->row, terminal->column - at_least_one(first));
}

static void go_to_column(struct terminal *terminal, int first, int second)
{
    (void)second;
    move_to(terminal, terminal->row, first - 1);
}

static void go_to_row(struct terminal *terminal, int first, int second)
{
    (void)second;
    move_to(terminal, first - 1, terminal->column);
}

static void go_to_place(struct terminal *terminal, int first, int second)
{
    move_to(terminal, first - 1, second - 1);
}

static void go_to_tab(struct terminal *terminal, int first, int second)
{
    (void)second;
    move_to(terminal, terminal->row, (terminal->column / 8 + at_least_one(first)) * 8);
}

static void go_back_to_tab(struct terminal *terminal, int first, int second)
{
    (void)second;
    move_to(terminal, terminal->row, ((terminal->column + 7) / 8 - at_least_one(first)) * 8);
}

static void erase_in_line(struct terminal *terminal, int how, int second)
{
    (void)second;
    erase(terminal, terminal->row, how ? 0 : terminal->column,
          how == 1 ? terminal->column + 1 : TERMINAL_COLUMNS);
}

static void erase_in_display(struct terminal *terminal, int how, int second)
{
    if (how < 3)
        erase_in_line(terminal, how, second);
    if (how == 1 || how == 2)
        erase_rows(terminal, 0, terminal->row);
    if (how == 0 || how == 2)
        erase_rows(terminal, terminal->row + 1, TERMINAL_ROWS);
}

static void erase_characters(struct terminal *terminal, int first, int second)
{
    (void)second;
    erase(terminal, terminal->row, terminal->column, terminal->column + at_least_one(first));
}

static void insert_characters(struct terminal *terminal, int first, int second)
{
    (void)second;
    shift(terminal, at_least_one(first));
}

static void delete_characters(struct terminal *terminal, int first, int second)
{
    (void)second;
    shift(terminal, -at_least_one(first));
}

static void repeat(struct terminal *terminal, int first, int second)
{
    (void)second;
    for (int i = 0; i < at_least_one(first); i++)
        put(terminal, terminal->last);
}

static action *const actions[] = {
    ['A'] = go_up,
    ['B'] = go_down,
    ['C'] = go_right,
    ['D'] = go_left,
    ['G'] = go_to_column,
    ['H'] = go_to_place,
    ['I'] = go_to_tab,
    ['J'] = erase_in_display,
    ['K'] = erase_in_line,
    ['P'] = delete_characters,
    ['X'] = erase_characters,
    ['Z'] = go_back_to_tab,
    ['@'] = insert_characters,
    ['b'] = repeat,
    ['d'] = go_to_row,
};

static void act(struct terminal *terminal, char final, int first, int second)
{
    size_t place = (unsigned char) final;
    if (place < sizeof actions / sizeof *actions && actions[place])
        actions[place](terminal, first, second);
}

/* Those with a question mark switch modes, which change nothing of what is shown. */
static void end_control(struct terminal *terminal, char final)
{
    int first = 0, second = 0;
    terminal->sequence[terminal->length] = '\0';
    if (terminal->sequence[2] >= '<' && terminal->sequence[2] <= '?')
        return;
    sscanf(terminal->sequence + 2, "%d", &first);
    const char *separator = strchr(terminal->sequence + 2, ';');
    if (separator)
        sscanf(separator + 1, "%d", &second);
    act(terminal, final, first, second);
}

static void end_escape(struct terminal *terminal, char final)
{
    if (final == '7') {
        terminal->saved_row = terminal->row;
        terminal->saved_column = terminal->column;
    } else if (final == '8') {
        move_to(terminal, terminal->saved_row, terminal->saved_column);
    }
}

/* A byte of an escape sequence, which begins in `sequence`. */
static void continue_escape(struct terminal *terminal, char byte)
{
    char kind = terminal->length > 1 ? terminal->sequence[1] : '\0';
    if (terminal->length < sizeof terminal->sequence - 1)
        terminal->sequence[terminal->length++] = byte;
    bool is_over = true;
    if (kind == '[' && byte >= '@' && byte <= '~')
        end_control(terminal, byte);
    else if (kind == '\0' && byte == ']')
        terminal->is_in_string = true;
    else if (kind == '\0' && !strchr("[()*+#%", byte))
        end_escape(terminal, byte);
    else
        is_over = kind != '\0' && kind != '[';
    if (is_over)
        terminal->length = 0;
}

static void do_control_byte(struct terminal *terminal, char byte)
{
    if (byte == ESCAPE)
        terminal->sequence[terminal->length++] = byte;
    else if (byte == '\r')
        terminal->column = 0;
    else if (byte == '\n')
        go_down(terminal, 1, 0);
    else if (byte == '\b')
        go_left(terminal, 1, 0);
    else if (byte == '\t')
        go_to_tab(terminal, 1, 0);
}

static size_t bytes_of_character(unsigned char first)
{
    return first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

static void add_to_character(struct terminal *terminal, char byte)
{
    terminal->sequence[terminal->length++] = byte;
    if (terminal->length < bytes_of_character((unsigned char)terminal->sequence[0]))
        return;
    struct glyph glyph = {""};
    memcpy(glyph.bytes, terminal->sequence, terminal->length);
    terminal->length = 0;
    put(terminal, glyph);
}

static void write_byte(struct terminal *terminal, char byte)
{
    bool is_text = terminal->is_in_string && byte != '\a' && byte != ESCAPE;
    terminal->is_in_string = is_text;
    if (is_text || byte == '\a')
        return;
    if (terminal->length && terminal->sequence[0] == ESCAPE)
        continue_escape(terminal, byte);
    else if ((unsigned char)byte < ' ')
        do_control_byte(terminal, byte);
    else
        add_to_character(terminal, byte);
}

void terminal_init(struct terminal *terminal)
{
    *terminal = (struct terminal){.last = blank};
    erase_rows(terminal, 0, TERMINAL_ROWS);
}

void terminal_write(struct terminal *terminal, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        write_byte(terminal, bytes[i]);
}

static void read_row(const struct terminal *terminal, int row, char text[LONGEST_ROW])
{
    size_t length = 0;
    for (int column = 0; column < TERMINAL_COLUMNS; column++) {
        const char *bytes = terminal->cells[row][column].bytes;
        memcpy(text + length, bytes, strlen(bytes) + 1);
        length += strlen(bytes);
    }
}

bool terminal_shows(const struct terminal *terminal, const char *text)
{
    char content[LONGEST_ROW];
    for (int row = 0; row < TERMINAL_ROWS; row++) {
        read_row(terminal, row, content);
        if (strstr(content, text))
            return true;
    }
    return false;
}

static bool has_text(const struct terminal *terminal, int row)
{
    char content[LONGEST_ROW];
    read_row(terminal, row, content);
    return content[strspn(content, " ")] != '\0';
}

bool terminal_is_filled(const struct terminal *terminal)
{
    return has_text(terminal, 0) && has_text(terminal, TERMINAL_ROWS - 1);
}

void terminal_print(const struct terminal *terminal)
{
    char content[LONGEST_ROW];
    for (int row = 0; row < TERMINAL_ROWS; row++) {
        read_row(terminal, row, content);
        fprintf(stderr, "| %s\n", content);
    }
}
