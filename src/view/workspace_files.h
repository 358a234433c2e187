/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files that are open. The rows of all claims files stand in one data set, workspace->dataset:
 * that of the first claims file, with the rows of the others behind its own. What is no claims
 * file lies beside it.
 */
#ifndef TRADESCOPE_VIEW_WORKSPACE_FILES_H
#define TRADESCOPE_VIEW_WORKSPACE_FILES_H

#include "data/unread.h"
#include "view/workspace.h"
#include "view/workspace_sums.h"

struct open_file {
    struct dataset *dataset; /* owned; NULL for the base, whose rows begin workspace->dataset */
    /* Of a file that is no claims file: the rows that pass the filters which ask for columns of the
     * file, as a list and as a set; and while a filter is previewed, those that passed before. */
    struct row_list shown;
    struct passed_rows shown_rows, before_preview;
    struct file_sums sums; /* of a file of statistics */
    size_t told_problems; /* of a file that is loaded beside the claims: those in the list of all */
};

/* Its rows lie beside the claims, not among them. */
bool workspace_is_beside(const struct open_file *file);

/* The file that is loaded just now, where that is no claims file; NULL where there is none. */
struct open_file *workspace_coming_file(const struct workspace *workspace);
/* Rows by now of the file that is loaded, where they are shown before it is complete. */
size_t workspace_coming_rows(const struct workspace *workspace);
/* What could not be read of it by now joins the problems of all files. */
void workspace_tell_problems(struct workspace *workspace);

/* Starts to load the files named, or what is shipped where there are none, one after the other.
 * What cannot be read is among the problems. */
void workspace_start_files(struct workspace *workspace, const char *const *paths, size_t count);
/* Those that were not started are not loaded. */
void workspace_forget_awaited(struct workspace *workspace);
/* Finds the place of the file that is being loaded, once it is known what it is. */
void workspace_place_file(struct workspace *workspace);
/* The file that is being loaded is complete: joins its rows to those of the others, and goes on
 * with the next. */
void workspace_take_file(struct workspace *workspace);
/* Starts to load one more, as workspace_start_files(); what became of it is said when it is
 * complete, and it is closed again where it has no rows. Refused where it is open, or another is
 * loaded. */
bool workspace_open_file(struct workspace *workspace, const char *path, struct error *error);
/* By its path, or its name without the folder; the only file that is open stays. */
bool workspace_close_file(struct workspace *workspace, const char *name, struct error *error);
void workspace_release_files(struct workspace *workspace);

/* The file whose rows the pane Rows shows: the chosen one, or where that was refused, and so has no
 * columns, the first that has some. */
size_t workspace_shown_file(const struct workspace *workspace);
/* Says why a file has no rows, where it has none; false for one that was refused. */
bool workspace_say_why_empty(struct workspace *workspace, size_t file);
/* The data set that a file was loaded into, with the rows of others behind for the base. */
const struct dataset *workspace_file_dataset(const struct workspace *workspace, size_t file);
const char *workspace_file_path(const struct workspace *workspace, size_t file);
/* Why a file is shown as a plain table, and how to read it as statistics; NULL for others. As it
 * continues the name of the file. */
const char *workspace_file_remark(const struct workspace *workspace, size_t file);
/* Rows of the file itself. */
size_t workspace_file_rows(const struct workspace *workspace, size_t file);
/* How much of them all was not read. */
struct unread workspace_unread(const struct workspace *workspace);
/* Whether the user has looked at Problems since the last of it was found. */
bool workspace_unread_is_known(const struct workspace *workspace);
/* Whether a row of workspace->dataset is a sum, which stands in no file. */
bool workspace_is_sum(const struct workspace *workspace, size_t row);
/* Of all files: those of statistics and plain tables lie beside the claims. */
size_t workspace_count_rows(const struct workspace *workspace);
/* The name without the folder, or "standard input". */
const char *workspace_name_of_path(const char *path);
/* Appends a row of the file that Rows shows as it stands in its file, see dataset_row_as_written().
 */
bool workspace_row_as_written(const struct workspace *workspace, size_t row, struct buffer *out);
/* "india-russia.csv +1": the first file, and how many others. */
void workspace_write_files(const struct workspace *workspace, struct buffer *out);

#endif
