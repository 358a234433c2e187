/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The ids of a claims file, each of which may occur once: maps the hash of an id to its line. The
 * hashes are keyed and have 64 bits, so that collisions can be neglected.
 */
#ifndef TRADESCOPE_DATA_LOAD_ID_CHECK_H
#define TRADESCOPE_DATA_LOAD_ID_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Ids are distributed over several tables: growing one takes a moment in which no key is answered.
 */
#define ID_TABLES 16

struct id_table {
    struct id_slot *slots;
    size_t slot_count, count; /* a power of two, or 0; and the number of used slots */
};

/* Zero-initialise it. */
struct id_check {
    struct id_table tables[ID_TABLES];
};

/*
 * Enters an id with its line, which is not 0. If the id exists already, sets *first to its line,
 * else to 0. Returns false without memory.
 */
bool id_check_enter(struct id_check *check, uint64_t hash, size_t line, size_t *first);
void id_check_release(struct id_check *check);

#endif
