/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is inside a gzip file: all its members, one behind the other, each compared with the
 * checksum and the length that stand at its end.
 */
#ifndef TRADESCOPE_DATA_IO_GUNZIP_H
#define TRADESCOPE_DATA_IO_GUNZIP_H

#include <sys/types.h>

#include "base/error.h"
#include "data/io/raw_input.h"

struct gunzip;

/* Reads on where `origin`, borrowed, is. NULL with the reason where memory is short. */
struct gunzip *gunzip_new(struct raw_input *raw, struct error *error);
void gunzip_free(struct gunzip *gunzip);

/*
 * The next bytes, at least one; 0 at the end, -1 with the reason, which continues the name of the
 * file: damaged, cut off, or followed by what is no gzip member. As gzip(1) has it, zero bytes up
 * to the end of the file are padding; anything else behind the last member is an error here, after
 * all that is inside has been given.
 */
ssize_t gunzip_next(struct gunzip *gunzip, char *to, size_t size, struct error *error);

#endif
