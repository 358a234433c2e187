/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The remedy for a text that is not a unit. */
#ifndef TRADESCOPE_DATA_VALUE_UNIT_REMEDY_H
#define TRADESCOPE_DATA_VALUE_UNIT_REMEDY_H

#include "base/buffer.h"
#include "base/text.h"

/*
 * Appends the reason and the remedy as they continue the text: "is no unit; did you mean ETB
 * (Ethiopian Birr)? ...".
 */
void unit_refuse(struct buffer *reason, struct text text);
/* Appends the unit that the text most likely means: "ETB" for "birr", "mn t" for "mn tons". False
 * where nothing is near. */
bool unit_nearest(struct buffer *out, struct text text);

#endif
