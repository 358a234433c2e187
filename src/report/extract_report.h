/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The output of --extract: the rows that articles suggest for a claims file. */
#ifndef TRADESCOPE_REPORT_EXTRACT_REPORT_H
#define TRADESCOPE_REPORT_EXTRACT_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/sink.h"
#include "data/codes/country.h"
#include "report/report_format.h"

/*
 * Writes the rows as text, or as a claims file in CSV, and appends remarks, a line each, on what is
 * doubtful or was left out. Articles that cannot be read are skipped; the first reason is in
 * *error, and the result is false.
 */
bool report_extract(struct sink *out, const char *const *paths, size_t count,
                    const struct country_list *countries, enum report_format format,
                    struct buffer *remarks, struct error *error);

#endif
