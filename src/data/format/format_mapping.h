/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiles a format and the header of a file to the mapping of that file. */
#ifndef TRADESCOPE_DATA_FORMAT_FORMAT_MAPPING_H
#define TRADESCOPE_DATA_FORMAT_FORMAT_MAPPING_H

#include "data/format/format.h"

/*
 * The columns of the table are those of the file in their order, except melted ones, followed by
 * the fields that are not plain columns of the file. `wish` (the user's column map) takes
 * precedence over `format`; either may be NULL. Returns false if a field that is required, or in
 * the column map, is missing; `lacks` has the fields, and the mapping is useless then. `mapping`
 * must be zeroed; the formats may be freed afterwards.
 */
bool format_mapping_make(struct mapping *mapping, const struct format *format,
                         const struct format *wish, const struct file_head *head, size_t header,
                         const struct country_list *countries, bool lacks[FIELD_COUNT]);

#endif
