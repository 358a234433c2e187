/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps.h"

#include "base/array.h"

#include <string.h>

size_t dice_below(struct dice *dice, size_t end)
{
    uint64_t z = dice->state += 0x9e3779b97f4a7c15;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return (size_t)((z ^ z >> 31) % end);
}

#define ANY(dice, table) (table)[dice_below(dice, ARRAY_LENGTH(table))]

static void add(struct step *step, const void *bytes, size_t length)
{
    if (step->length + length > sizeof step->bytes)
        length = sizeof step->bytes - step->length;
    memcpy(step->bytes + step->length, bytes, length);
    step->length += length;
}

static void add_string(struct step *step, const char *string)
{
    add(step, string, strlen(string));
}

/* --- keys --- */

static const struct {
    const char *name, *bytes;
} named_keys[] = {
    {"Up", "\033[A"},    {"Down", "\033[B"},    {"Right", "\033[C"}, {"Left", "\033[D"},
    {"Home", "\033[H"},  {"End", "\033[F"},     {"PgUp", "\033[5~"}, {"PgDn", "\033[6~"},
    {"S-Tab", "\033[Z"}, {"F1", "\033OP"},      {"F2", "\033OQ"},    {"F3", "\033OR"},
    {"F4", "\033OS"},    {"F5", "\033[15~"},    {"F6", "\033[17~"},  {"Enter", "\r"},
    {"Tab", "\t"},       {"Delete", "\033[3~"}, {"Space", " "},
};

static void add_key(struct step *step, const char *name)
{
    for (size_t i = 0; i < ARRAY_LENGTH(named_keys); i++) {
        if (strcmp(named_keys[i].name, name) == 0) {
            add_string(step, named_keys[i].bytes);
            return;
        }
    }
    if (strcmp(name, "Esc") == 0)
        add(step, "\033\0", 2); /* a pause ends it */
    else if (name[0] == '^' && name[1])
        add(step, &(char){(char)(name[1] & 31)}, 1);
    else
        add_string(step, name);
}

static void make_bound_key(struct step *step, struct dice *dice, const struct stock *stock)
{
    add_key(step, stock->keys[dice_below(dice, stock->key_count)]);
}

/* Panes, and the ways in and back, oftener than others. */
static void make_usual_key(struct step *step, struct dice *dice, const struct stock *stock)
{
    static const char *const keys[] = {
        "1", "2",   "3",   "4",   "5", "6", "7", "8", "Enter", "Enter", "Enter", "j", "G",
        "l", "Esc", "Esc", "Tab", "u", "p", "b", "e", ",",     "[",     "m",     "z"};
    (void)stock;
    add_key(step, ANY(dice, keys));
}

/* --- texts --- */

static const char *const words[] = {
    "India",
    "Russia",
    "India:Russia",
    "China",
    "all",
    "27",
    "2709",
    "270900",
    "months",
    "years",
    "2010..2023",
    "2019",
    "1",
    "8",
    "0",
    "-1",
    "99999999999999999999",
    "3",
    "balance",
    "figures",
    "rows",
    "problems",
    "value",
    "period",
    "flow",
    "partner",
    "reporter",
    "product",
    "quote",
    "exports=+20%,imports=-2%",
    "exports=1e308%",
    "off",
    "target",
    "half-balance",
    "coverage=25%",
    "target,imports=flat",
    "partner:russia",
    "value>=1bn",
    "value > 1e400",
    "flow=export",
    "period:2010..2023",
    "(",
    ")",
    "not",
    "and",
    "or",
    "\"",
    "~",
    "/[a/",
    "/.*/",
    "quote~/oil|gas/",
    "sources>1",
    "agreement=conflict",
    "year:2019",
    "kind:figure",
    "x",
    "coverage",
    "headline",
    "trade-2019.csv",
    "india-russia.csv",
    "a.csv",
    "a.json",
    "a.md",
    "a.txt",
    "a",
    "\t",
    "\t\t",
    "\303\244\342\202\254\360\237\230\200",
    "\377\376\300\200",
    "\302\205\342\200\256",
    "filter",
    "%s%n",
    "2020-02-30",
    "FY2023-24",
    "..",
    "2023..2010",
    "1,000",
    "oil",
    "crude",
    "\360\237",
};

static const char *const editing[] = {
    "\001",  "\005",  "\013", "\025", "\027",   "\022",   "\020",   "\016", "\033b",
    "\033f", "\033d", "\177", "\177", "\033[A", "\033[B", "\033[D", "\026", "\030\030",
    "\033<", "\033.", "\003", "\t",   "\t",     "\033u",  "\024",   "\037", "\031"};

static void add_text(struct step *step, struct dice *dice)
{
    for (size_t i = 1 + dice_below(dice, 3); i > 0; i--) {
        add_string(step, ANY(dice, words));
        if (dice_below(dice, 4) == 0)
            add_string(step, ANY(dice, editing));
        if (i > 1)
            add_string(step, " ");
    }
}

static void end_text(struct step *step, struct dice *dice)
{
    static const char *const ends[] = {"\r", "\r", "\r", "\r", "\r", "\033\0", "\003", ""};
    size_t end = dice_below(dice, ARRAY_LENGTH(ends));
    add(step, ends[end], *ends[end] == '\033' ? 2 : strlen(ends[end]));
}

/* A prompt that a key opens, and an answer. */
static void make_prompt(struct step *step, struct dice *dice, const struct stock *stock)
{
    static const char *const keys[] = {"/", "&", "f", "s", "p", "P", "t", "S", "o", "w", "f", "/"};
    (void)stock;
    add_string(step, ANY(dice, keys));
    add_text(step, dice);
    end_text(step, dice);
}

/* A command that opens or closes a file, or any other. */
static void make_command(struct step *step, struct dice *dice, const struct stock *stock)
{
    add_string(step, ":");
    if (dice_below(dice, 4) == 0) {
        add_string(step, dice_below(dice, 2) ? "open " : "close ");
        add_string(step, stock->files[dice_below(dice, stock->file_count)]);
    } else {
        add_string(step, stock->commands[dice_below(dice, stock->command_count)]);
        add_string(step, " ");
        if (dice_below(dice, 4))
            add_text(step, dice);
    }
    end_text(step, dice);
}

/* --- what a terminal sends --- */

static int any_place(struct dice *dice)
{
    static const int places[] = {0, 1, 2, 3, 4, 5, 8, 10, 20, 40, 80, 999, 9999, 99999, -1};
    return dice_below(dice, 2) ? ANY(dice, places) : 1 + (int)dice_below(dice, 40);
}

static void make_mouse(struct step *step, struct dice *dice, const struct stock *stock)
{
    static const int buttons[] = {0, 0, 0, 1, 2, 3, 4, 16, 32, 64, 64, 65, 65, 66, 9999};
    char report[64];
    (void)stock;
    snprintf(report, sizeof report, "\033[<%d;%d;%d%c", ANY(dice, buttons), any_place(dice),
             any_place(dice), dice_below(dice, 8) ? 'M' : 'm');
    for (size_t i = 1 + dice_below(dice, 2); i > 0; i--)
        add_string(step, report);
}

static void make_paste(struct step *step, struct dice *dice, const struct stock *stock)
{
    (void)stock;
    add_string(step, dice_below(dice, 8) ? "\033[200~" : "");
    add_text(step, dice);
    add_string(step, dice_below(dice, 2) ? "\n" : "");
    add_string(step, dice_below(dice, 8) ? "\033[201~" : "");
}

/* Neither keys nor text: parts of sequences, bytes that are no UTF-8. */
static void make_noise(struct step *step, struct dice *dice, const struct stock *stock)
{
    static const char *const starts[] = {"\033[",  "\033O",  "\033]", "\033P",
                                         "\033[M", "\033[<", ""};
    (void)stock;
    add_string(step, ANY(dice, starts));
    for (size_t i = dice_below(dice, 8); i > 0; i--)
        add(step, &(char){(char)dice_below(dice, 256)}, 1);
}

static void make_size(struct step *step, struct dice *dice, const struct stock *stock)
{
    static const int sides[] = {1, 2, 3, 5, 10, 24, 40, 80, 120, 200, 1000};
    (void)stock;
    step->columns = dice_below(dice, 2) ? ANY(dice, sides) : 1 + (int)dice_below(dice, 1000);
    step->rows = dice_below(dice, 2) ? ANY(dice, sides) : 1 + (int)dice_below(dice, 1000);
}

static void make_interrupt(struct step *step, struct dice *dice, const struct stock *stock)
{
    static const char *const keys[] = {"\003", "\032", "\014", "\004", "\034", "\021"};
    (void)stock;
    add_string(step, ANY(dice, keys));
}

/* --- a play --- */

static const struct {
    size_t weight;
    void (*make)(struct step *step, struct dice *dice, const struct stock *stock);
} makers[] = {
    {30, make_usual_key}, {26, make_bound_key}, {12, make_prompt},
    {14, make_command},   {6, make_mouse},      {2, make_paste},
    {2, make_noise},      {4, make_size},       {2, make_interrupt},
};

static void make_step(struct step *step, struct dice *dice, const struct stock *stock)
{
    size_t weights = 0, i = 0;
    for (; i < ARRAY_LENGTH(makers); i++)
        weights += makers[i].weight;
    size_t at = dice_below(dice, weights);
    for (i = 0; at >= makers[i].weight; i++)
        at -= makers[i].weight;
    *step = (struct step){0};
    makers[i].make(step, dice, stock);
}

void play_make(struct play *play, struct dice *dice, const struct stock *stock)
{
    static const int sizes[][2] = {{80, 24}, {80, 24}, {100, 30}, {120, 34}, {40, 10}, {200, 60}};
    const int *size = ANY(dice, sizes);
    *play = (struct play){.columns = size[0], .rows = size[1]};
    play->file_count = 1 + dice_below(dice, 3);
    for (size_t i = 0; i < play->file_count; i++)
        play->files[i] = stock->files[dice_below(dice, stock->file_count)];
    play->count = 1 + dice_below(dice, dice_below(dice, 4) ? 30 : MOST_STEPS);
    for (size_t i = 0; i < play->count; i++)
        make_step(&play->steps[i], dice, stock);
}

/* --- as text and bytes --- */

static void write_byte(unsigned char byte, FILE *out)
{
    if (byte == '\r')
        fputs("<Enter>", out);
    else if (byte == 0)
        fputs("<Pause>", out);
    else if (byte == ' ')
        fputs("<Space>", out);
    else if (byte > ' ' && byte < 0x7f && byte != '<' && byte != '#')
        putc(byte, out);
    else
        fprintf(out, "<x%02x>", byte);
}

void play_write(const struct play *play, FILE *out)
{
    fprintf(out, "# %dx%d", play->columns, play->rows);
    for (size_t i = 0; i < play->file_count; i++)
        fprintf(out, " '%s'", play->files[i]);
    fputs(" default\n", out); /* and no other file */
    for (size_t i = 0; i < play->count; i++) {
        const struct step *step = &play->steps[i];
        if (step->columns)
            fprintf(out, "<Resize %dx%d>", step->columns, step->rows);
        for (size_t at = 0; at < step->length; at++)
            write_byte(step->bytes[at], out);
        putc('\n', out);
    }
}

void play_type(const struct play *play, FILE *out)
{
    for (size_t i = 0; i < play->count; i++) {
        const struct step *step = &play->steps[i];
        if (step->columns)
            fprintf(out, "\033[8;%d;%dt", step->rows, step->columns);
        fwrite(step->bytes, 1, step->length, out);
    }
}
