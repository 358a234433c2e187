/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/draw/color.h"

#include "base/array.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_OF_CUBE 16
#define FIRST_OF_GRAYS 232
#define PALETTE_SIZE 256

static const struct {
    const char *name;
    unsigned rgb; /* of xterm */
} named[FIRST_OF_CUBE] = {
    {"black", 0x000000},        {"red", 0xcd0000},
    {"green", 0x00cd00},        {"yellow", 0xcdcd00},
    {"blue", 0x0000ee},         {"magenta", 0xcd00cd},
    {"cyan", 0x00cdcd},         {"white", 0xe5e5e5},
    {"bright-black", 0x7f7f7f}, {"bright-red", 0xff0000},
    {"bright-green", 0x00ff00}, {"bright-yellow", 0xffff00},
    {"bright-blue", 0x5c5cff},  {"bright-magenta", 0xff00ff},
    {"bright-cyan", 0x00ffff},  {"bright-white", 0xffffff},
};

const char *color_name(int color)
{
    return color >= 0 && color < FIRST_OF_CUBE ? named[color].name : NULL;
}

static bool parse_mixture(struct text text, int *color)
{
    char digits[7] = {0};
    if (text.length != 7 || text.data[0] != '#')
        return false;
    memcpy(digits, text.data + 1, 6);
    if (strspn(digits, "0123456789abcdefABCDEF") != 6)
        return false;
    *color = COLOR_MIX((int)strtol(digits, NULL, 16));
    return true;
}

static bool parse_number(struct text text, int *color)
{
    int number = 0;
    if (text.length < 1 || text.length > 3)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        number = number * 10 + (text.data[i] - '0');
    }
    *color = number;
    return number < PALETTE_SIZE;
}

bool color_parse(struct text text, int *color, struct error *error)
{
    *color = COLOR_OWN;
    if (text_is(text, "default") || parse_number(text, color) || parse_mixture(text, color))
        return true;
    for (int i = 0; i < FIRST_OF_CUBE; i++) {
        *color = i;
        if (text_is(text, named[i].name))
            return true;
    }
    return error_set_misuse(error,
                            "`%.*s` is no colour: write a name (red, bright-red), a number from 0 "
                            "to 255, #rrggbb, or default",
                            (int)text.length, text.data);
}

void color_write(struct buffer *out, int color)
{
    if (color == COLOR_OWN)
        buffer_puts(out, "default");
    else if (color >= COLOR_MIXED)
        buffer_printf(out, "#%06x", (unsigned)(color - COLOR_MIXED));
    else if (color_name(color))
        buffer_puts(out, color_name(color));
    else
        buffer_printf(out, "%d", color);
}

static unsigned level(int step)
{
    return step ? 55 + 40 * (unsigned)step : 0;
}

unsigned color_rgb(int color)
{
    if (color >= COLOR_MIXED)
        return (unsigned)(color - COLOR_MIXED);
    if (color < FIRST_OF_CUBE)
        return named[color > 0 ? color : 0].rgb;
    if (color >= FIRST_OF_GRAYS)
        return (8 + 10 * (unsigned)(color - FIRST_OF_GRAYS)) * 0x010101;
    int place = color - FIRST_OF_CUBE;
    return level(place / 36) << 16 | level(place / 6 % 6) << 8 | level(place % 6);
}

static int distance(unsigned rgb, unsigned other)
{
    int sum = 0;
    for (int shift = 0; shift < 24; shift += 8) {
        int difference = (int)(rgb >> shift & 255) - (int)(other >> shift & 255);
        sum += difference * difference;
    }
    return sum;
}

int color_nearest(int color, int count)
{
    if (color == COLOR_OWN || count >= COLORS_MIXED || color < count)
        return color;
    /* A program cannot know the first 16 of a larger palette. */
    int first = count == PALETTE_SIZE ? FIRST_OF_CUBE : 0, nearest = first, least = INT_MAX;
    for (int i = first; i < count; i++) {
        int far = distance(color_rgb(color), color_rgb(i));
        if (far < least) {
            least = far;
            nearest = i;
        }
    }
    return nearest;
}

static double linear(unsigned byte)
{
    double share = byte / 255.0;
    return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

double color_luminance(unsigned rgb)
{
    return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) +
           0.0722 * linear(rgb & 255);
}

double color_contrast(unsigned rgb, unsigned other)
{
    double a = color_luminance(rgb) + 0.05, b = color_luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}

static bool take_prefix(struct text *text, const char *prefix)
{
    size_t length = strlen(prefix);
    if (text->length < length || memcmp(text->data, prefix, length) != 0)
        return false;
    *text = (struct text){text->data + length, text->length - length};
    return true;
}

static int digit_of(char character)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *found = character ? strchr(digits, character) : NULL;
    return found ? (int)((found - digits) % 16) : -1;
}

/* Takes a number of up to `most` hexadecimal digits as a share of 255. */
static bool take_share(struct text *text, size_t most, unsigned *share)
{
    unsigned number = 0, largest = 0;
    size_t count = 0;
    while (count < most && count < text->length && digit_of(text->data[count]) >= 0) {
        number = number * 16 + (unsigned)digit_of(text->data[count]);
        largest = largest * 16 + 15;
        count++;
    }
    *text = (struct text){text->data + count, text->length - count};
    if (count)
        *share = (number * 255 + largest / 2) / largest;
    return count > 0;
}

bool color_parse_answer(struct text color, unsigned *rgb)
{
    bool has_slashes = take_prefix(&color, "rgb:") || take_prefix(&color, "rgba:");
    if (!has_slashes && !take_prefix(&color, "#"))
        return false;
    size_t most = has_slashes ? 4 : color.length / 3;
    *rgb = 0;
    for (int i = 0; i < 3; i++) {
        unsigned share = 0;
        if ((i > 0 && has_slashes && !take_prefix(&color, "/")) ||
            !take_share(&color, most < 4 ? most : 4, &share))
            return false;
        *rgb = *rgb << 8 | share;
    }
    return true;
}
