/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A format and the header of a file, compiled into the mapping of that file.
 */
#ifndef TRADESCOPE_DATA_FORMAT_FORMAT_MAPPING_H
#define TRADESCOPE_DATA_FORMAT_FORMAT_MAPPING_H

#include "data/format/format.h"

/*
 * The columns of the table are those of the file in their order, without those that are melted;
 * then the fields that are not columns of the file as they stand. A field is stated by `wish`,
 * where that says something about it, else by `format`; either may be NULL. False where one that is
 * needed, or that is wished, is not stated; `lacks` says which, and the mapping is of no use then.
 * `mapping` is zeroed before; the formats may go after.
 */
bool format_mapping_make(struct mapping *mapping, const struct format *format,
                         const struct format *wish, const struct file_head *head, size_t header,
                         const struct country_list *countries, bool lacks[FIELD_COUNT]);

#endif
