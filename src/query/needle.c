/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/needle.h"

#include "base/lane.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define CASE_BIT 0x20 /* in which ASCII letters of either case differ */

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static char fold(char byte)
{
    return is_letter(byte) ? (char)(byte | CASE_BIT) : byte;
}

/* The higher, the rarer in running text of the languages that use these letters. */
static size_t rarity(char byte)
{
    static const char common[] = " etaoinsrhldcumfpgwybvk";
    const char *place = strchr(common, fold(byte));
    return place && byte ? (size_t)(place - common) : sizeof common;
}

void needle_init(struct needle *needle, struct text text, bool folds)
{
    *needle = (struct needle){
        .bytes = xstrndup(text.data, text.length), .length = text.length, .folds = folds};
    for (size_t i = 0; folds && i < text.length; i++)
        needle->bytes[i] = fold(needle->bytes[i]);
    needle->second = text.length - 1;
    for (size_t i = 0; i < text.length; i++)
        if (rarity(text.data[i]) > rarity(text.data[needle->first]))
            needle->first = i;
    for (size_t i = 0; i < text.length; i++)
        if (i != needle->first && rarity(text.data[i]) > rarity(text.data[needle->second]))
            needle->second = i;
}

void needle_release(struct needle *needle)
{
    free(needle->bytes);
    *needle = (struct needle){0};
}

/* What has to be set in a byte before it is compared. */
static uint8_t mask_at(const struct needle *needle, size_t place)
{
    return needle->folds && is_letter(needle->bytes[place]) ? CASE_BIT : 0;
}

static bool stands_at(const struct needle *needle, const char *bytes)
{
    if (!needle->folds)
        return memcmp(bytes, needle->bytes, needle->length) == 0;
    for (size_t i = 0; i < needle->length; i++)
        if (fold(bytes[i]) != needle->bytes[i])
            return false;
    return true;
}

static bool is_within(const struct needle *needle, const char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (stands_at(needle, bytes + i))
            return true;
    return false;
}

/* At one of the sixteen places from `bytes` on. */
static bool is_in_lane(const struct needle *needle, const char *bytes)
{
    lane first = lane_read(bytes + needle->first) | mask_at(needle, needle->first);
    lane second = lane_read(bytes + needle->second) | mask_at(needle, needle->second);
    uint64_t places = lane_bits((lane)(first == (uint8_t)needle->bytes[needle->first]) &
                                (lane)(second == (uint8_t)needle->bytes[needle->second]));
    for (; places; places &= places - 1)
        if (stands_at(needle, bytes + __builtin_ctzll(places)))
            return true;
    return false;
}

bool needle_is_in(const struct needle *needle, struct text text)
{
    if (text.length < needle->length)
        return false;
    size_t places = text.length - needle->length + 1, at = 0;
    if (places < LANE_BYTES)
        return is_within(needle, text.data, places);
    for (; at + LANE_BYTES < places; at += LANE_BYTES)
        if (is_in_lane(needle, text.data + at))
            return true;
    return is_in_lane(needle, text.data + places - LANE_BYTES);
}
