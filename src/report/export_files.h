/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows to export: those of one file, or of several files with the same columns. They are in the
 * order of the file names, so that the order in which the files were opened makes no difference.
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
 * Finds the rows of all open files that pass the filters and belong to the chosen pair and product.
 * A file without such rows is left out if another one has some. Returns false, as misuse, if two
 * files have different columns or state the same trade. The caller releases the result either way.
 */
bool export_files_find(struct export_files *files, struct model *model, struct error *error);
/* The same for the file that the pane Rows shows. */
void export_files_current(struct export_files *files, struct model *model);
void export_files_release(struct export_files *files);

#endif
