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
static char mask_at(const struct needle *needle, size_t place)
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

/* The bytes that are compared first, and what has to be set in a text before they are. */
struct probe {
    lane first, second, first_mask, second_mask;
};

static lane spread(char byte)
{
    return (lane){0} + (uint8_t)byte;
}

static struct probe probe_of(const struct needle *needle)
{
    return (struct probe){
        spread(needle->bytes[needle->first]), spread(needle->bytes[needle->second]),
        spread(mask_at(needle, needle->first)), spread(mask_at(needle, needle->second))};
}

/* All ones where both bytes are, of the sixteen places from `bytes` on. */
static inline lane places_in(const struct needle *needle, const struct probe *probe,
                             const char *bytes)
{
    lane first = lane_read(bytes + needle->first) | probe->first_mask;
    lane second = lane_read(bytes + needle->second) | probe->second_mask;
    return (lane)(first == probe->first) & (lane)(second == probe->second);
}

static bool stands_in(const struct needle *needle, const char *bytes, lane places)
{
    for (uint64_t left = lane_bits(places); left; left &= left - 1)
        if (stands_at(needle, bytes + __builtin_ctzll(left)))
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
    const struct probe probe = probe_of(needle);
    for (; at + 2 * LANE_BYTES <= places; at += 2 * LANE_BYTES) {
        const char *bytes = text.data + at;
        lane near = places_in(needle, &probe, bytes);
        lane far = places_in(needle, &probe, bytes + LANE_BYTES);
        if (lane_bits(near | far) &&
            (stands_in(needle, bytes, near) || stands_in(needle, bytes + LANE_BYTES, far)))
            return true;
    }
    if (at + LANE_BYTES <= places &&
        stands_in(needle, text.data + at, places_in(needle, &probe, text.data + at)))
        return true;
    const char *last = text.data + places - LANE_BYTES;
    return stands_in(needle, last, places_in(needle, &probe, last));
}
