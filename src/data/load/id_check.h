/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The ids of a claims file, each of which may stand once: which line has an id, by its hash. Hashes
 * are keyed and of 64 bits, so that two ids with the same one do not occur.
 */
#ifndef TRADESCOPE_DATA_LOAD_ID_CHECK_H
#define TRADESCOPE_DATA_LOAD_ID_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* As many as ids are dealt to: to make room in one takes a moment, in which no key is answered. */
#define ID_TABLES 16

struct id_table {
    struct id_slot *slots;
    size_t slot_count, count; /* a power of two, or 0; and how many are taken */
};

/* Zero-initialise it. */
struct id_check {
    struct id_table tables[ID_TABLES];
};

/* Enters an id on a line (not 0), or leaves *first where it stands already; *first is 0 else. False
 * without memory. */
bool id_check_enter(struct id_check *check, uint64_t hash, size_t line, size_t *first);
void id_check_release(struct id_check *check);

#endif
