/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a report other than numbers: headline, tables, charts, quotes, notes. */
#ifndef TRADESCOPE_REPORT_REPORT_FIELDS_H
#define TRADESCOPE_REPORT_REPORT_FIELDS_H

#include "report/report_page.h"

#define REPORT_FIELD_COUNT 14

struct report_field {
    const char *name;
    report_writer *write;
    size_t most_words; /* behind its name */
};
extern const struct report_field report_fields[REPORT_FIELD_COUNT];

/* Returns NULL if no field has that name. */
const struct report_field *report_field_find(struct text name);
/* Appends doubts and notes, unless fields have written them. */
bool report_write_rest(struct report_page *page, struct error *error);

#endif
