/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an export is made of: the rows of one file, or of several that have the same columns. They
 * are in the order of the names of the files, so that the order in which these were opened makes
 * no difference.
 */
#ifndef TRADESCOPE_REPORT_EXPORT_FILES_H
#define TRADESCOPE_REPORT_EXPORT_FILES_H

#include "base/error.h"
#include "model/model.h"
#include "report/file_columns.h"

struct export_part {
    const char *path; /* borrowed */
    struct row_list rows;
    struct file_columns columns; /* of the same names in all parts */
};

struct export_files {
    struct export_part *items; /* owned; claims files are one part together */
    size_t count;
    size_t row_count; /* of all */
};

/*
 * The rows of all files that are open, which pass the filters and are of the pair and product that
 * are chosen. A file without such rows does not take part where another has some. False, as misuse,
 * where two have different columns, or state the same trade. The caller releases it either way.
 */
bool export_files_find(struct export_files *files, struct model *model, struct error *error);
/* The same of the file whose rows the pane Rows shows, alone. */
void export_files_current(struct export_files *files, struct model *model);
void export_files_release(struct export_files *files);

#endif
