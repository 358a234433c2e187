/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRADESCOPE_DATA_FORMAT_MAP_OFFER_H
#define TRADESCOPE_DATA_FORMAT_MAP_OFFER_H

#include "base/buffer.h"
#include "data/csv/csv.h"

/*
 * Appends "--map period=Year,value='Trade Value',flow=export,...": a map that would make the file
 * with this header statistics. The unit is the one in the header.
 */
void map_offer(struct buffer *out, const struct csv_record *header);

#endif
