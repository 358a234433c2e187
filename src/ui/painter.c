/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Views measure characters by Unicode (libunistring), curses and the terminal by the C library. If
 * the two differ, blanks are added behind the character, or it is replaced by signs, so that
 * columns stay aligned.
 */
#include "config.h"

#include "ui/painter.h"

#include "base/array.h"
#include "ui/theme.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>
#include <wchar.h>

#define ZERO_WIDTH_JOINER 0x200d

static int cursor_row = -1, cursor_column;

int painter_width(void)
{
    return COLS;
}

int painter_height(void)
{
    return LINES;
}

/* Returns the role of each byte; later spans override earlier ones. */
static enum role *roles_of(const struct line *line)
{
    enum role *roles = xcalloc(line->text.length + 1, sizeof *roles);
    for (size_t i = 0; i < line->span_count; i++) {
        const struct span *span = &line->spans[i];
        for (size_t byte = span->start; byte < span->end && byte < line->text.length; byte++)
            roles[byte] = span->role;
    }
    return roles;
}

/*
 * Takes a code point that has cells, and the combining marks behind it. Terminals disagree on the
 * width of joined characters, so joiners behind wide characters are dropped. Returns the cells that
 * curses counts; 0 if it cannot be drawn.
 */
static int take_cell(cchar_t *cell, struct text *rest)
{
    wchar_t wide[CCHARW_MAX + 1];
    size_t count = 0;
    int cells = 0;
    while (rest->length) {
        ucs4_t point;
        int length = u8_mbtouc(&point, (const uint8_t *)rest->data, rest->length);
        int width = wcwidth((wchar_t)point);
        if (count && width > 0)
            break;
        if (width < (count ? 0 : 1) || count == CCHARW_MAX)
            return 0;
        rest->data += length;
        rest->length -= (size_t)length;
        if (point == ZERO_WIDTH_JOINER && cells > 1)
            continue;
        cells += width;
        wide[count++] = (wchar_t)point;
    }
    wide[count] = L'\0';
    return count && setcchar(cell, wide, A_NORMAL, 0, NULL) == OK ? cells : 0;
}

/* Returns the cells that curses counts for all of it; 0 if a part cannot be drawn. */
static int count_cells(struct text character)
{
    int sum = 0;
    while (character.length) {
        cchar_t cell;
        int cells = take_cell(&cell, &character);
        if (!cells)
            return 0;
        sum += cells;
    }
    return sum;
}

/*
 * A letter and a vowel sign next to it are one character with a cell each. If curses counts fewer
 * cells than the view, blanks follow; if it counts more, signs replace the character.
 */
static void put_character(struct text character, int cells)
{
    int counted = character.length == 1 ? 1 : count_cells(character);
    char filling = counted && counted <= cells ? ' ' : '?';
    if (character.length == 1 && cells == 1) {
        waddch(stdscr, (chtype)(unsigned char)*character.data);
        return;
    }
    for (; filling == ' ' && character.length; cells -= counted) {
        cchar_t cell;
        counted = take_cell(&cell, &character);
        wadd_wch(stdscr, &cell);
    }
    for (; cells > 0; cells--)
        waddch(stdscr, (chtype)(unsigned char)filling);
}

static void put_text(int row, const struct line *line)
{
    enum role *roles = roles_of(line);
    struct text rest = buffer_text(&line->text);
    int column = 0;
    while (rest.length > 0) {
        struct text character = {rest.data, text_character(rest)};
        int cells = text_cells(character);
        if (column + cells > COLS)
            break;
        struct style style = theme_style(roles[rest.data - line->text.data]);
        wattr_set(stdscr, style.attributes, style.pair, NULL);
        wmove(stdscr, row, column);
        put_character(character, cells);
        column += cells;
        rest.data += character.length;
        rest.length -= character.length;
    }
    free(roles);
}

void painter_put_line(int row, const struct line *line)
{
    if (row < 0 || row >= LINES)
        return;
    wattr_set(stdscr, A_NORMAL, 0, NULL);
    wmove(stdscr, row, 0);
    wclrtoeol(stdscr);
    put_text(row, line);
    wattr_set(stdscr, A_NORMAL, 0, NULL);
}

void painter_put_canvas(const struct canvas *canvas)
{
    const struct line blank = {0};
    for (int row = 0; row < LINES; row++)
        painter_put_line(row, row < canvas->height ? &canvas->lines[row] : &blank);
}

void painter_put_cursor(int row, int column)
{
    cursor_row = row;
    cursor_column = column < COLS ? column : COLS - 1;
}

void painter_flush(void)
{
    curs_set(cursor_row >= 0 ? 1 : 0);
    if (cursor_row >= 0)
        wmove(stdscr, cursor_row, cursor_column);
    else /* a cursor that cannot be hidden rests in the function line */
        wmove(stdscr, LINES - 1, 0);
    wrefresh(stdscr);
}

static void trim(struct buffer *out, size_t start, char filling)
{
    while (out->length > start && out->data[out->length - 1] == filling)
        buffer_truncate(out, out->length - 1);
    buffer_putc(out, '\n');
}

static void dump_character(struct buffer *out, const wchar_t *wide)
{
    for (; *wide; wide++) {
        uint8_t bytes[6];
        int length = u8_uctomb(bytes, (ucs4_t)*wide, sizeof bytes);
        if (length > 0)
            buffer_append(out, (const char *)bytes, (size_t)length);
    }
}

static void dump_row(struct buffer *out, int row, bool shows_styles)
{
    struct buffer styles = {0};
    size_t start = out->length;
    for (int column = 0, width; column < COLS; column += width) {
        cchar_t cell;
        wchar_t wide[CCHARW_MAX + 1] = {0};
        attr_t attributes = A_NORMAL;
        short pair = 0;
        mvwin_wch(stdscr, row, column, &cell);
        getcchar(&cell, wide, &attributes, &pair, NULL);
        width = wcwidth(wide[0]) > 1 ? 2 : 1;
        dump_character(out, wide);
        for (int i = 0; i < width; i++)
            buffer_putc(&styles, theme_letter(attributes, pair));
    }
    trim(out, start, ' ');
    start = out->length;
    if (shows_styles) {
        buffer_append_text(out, buffer_text(&styles));
        trim(out, start, '.');
    }
    buffer_release(&styles);
}

void painter_dump(struct buffer *out, bool shows_styles)
{
    for (int row = 0; row < LINES; row++)
        dump_row(out, row, shows_styles);
    if (shows_styles && cursor_row >= 0)
        buffer_printf(out, "cursor %d,%d\n", cursor_row, cursor_column);
    else if (shows_styles)
        buffer_puts(out, "cursor hidden\n");
}
