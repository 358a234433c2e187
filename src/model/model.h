/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The model: the open files, what the user chose to see of them, the rows that pass, the sums of
 * statistics, and the analysis of all that. It knows nothing of panes or screens. view/workspace.h
 * shows it; the reports that --sum, --export, --check and --explain write need no more than this.
 *
 * This header has the structures. What is done with them is declared in opening.h, file_loading.h,
 * filtering.h, sums.h, recompute.h, choice_changes.h and so on, each of which uses those before.
 */
#ifndef TRADESCOPE_MODEL_MODEL_H
#define TRADESCOPE_MODEL_MODEL_H

#include <stdbool.h>
#include <stddef.h>

#include "analysis/claims/claim_facts.h"
#include "base/parallel.h"
#include "data/codes/country.h"
#include "data/load/dataset.h"
#include "data/codes/hs.h"
#include "data/format/detect.h"
#include "data/load/unread.h"
#include "model/choices.h"
#include "model/files.h"
#include "model/filter_cache.h"
#include "model/load_queue.h"
#include "model/message.h"
#include "model/results.h"
#include "model/search.h"
#include "model/selection.h"
#include "query/rows/row_list.h"

/* The claims that pass the filters. */
struct passing_claims {
    struct row_list shown;     /* in the order of the file */
    size_t known;              /* claims that the filters were applied to */
    struct filter_cache cache; /* to begin with when one more filter is added */
    struct buffer note;        /* on the last filter, see expression_remark() */
    struct claim_facts facts;  /* derived columns that filters may use */
};

/* Counted up with each change, so that a view knows when it is stale. */
struct model_versions {
    unsigned results;  /* the rows that pass, and all that follows from them */
    unsigned rows;     /* rows of the file being loaded, alone */
    unsigned problems; /* problems of the file being loaded, alone */
};

struct model {
    struct country_list *countries; /* NULL where the list cannot be read */
    struct hs_list *products;       /* NULL where the list cannot be read */
    struct format_list formats;     /* of official statistics */
    struct recognition recognition; /* how files are told apart; refers to the two above */
    struct dataset dataset;         /* the claims of all files, then sums */
    int32_t today;                  /* days since 1970-01-01; 0 if the clock is not read */
    struct files files;
    struct load_queue queue;
    struct choices choices;
    struct history history;
    struct passing_claims rows;
    struct sums sums;
    struct sum_progress progress;
    struct results results;
    struct selection selection;
    struct search search;
    struct before_preview *before_preview; /* what a preview hides; NULL while there is none */
    struct message message;                /* until the next key */
    struct model_versions versions;
    /* Whether work that takes long is not wanted any more; may be NULL. */
    parallel_doubt *doubt;
    void *doubt_context;
    bool yields_to_keys; /* what is worked on was put off for the screen: any key ends it */
    bool is_hasty;       /* a screen is made: what takes long is put off */
};

/* Sets the message, replacing the last one. */
void model_set_message(struct model *model, enum message_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The same, for a choice that leaves no rows: with the key that undoes it. */
void model_set_empty_message(struct model *model, const char *text, const char *way_back);
void model_clear_message(struct model *model);

/* The data set that a file was loaded into: for the first claims file, that of all claims. */
const struct dataset *model_file_dataset(const struct model *model, size_t file);
const char *model_file_path(const struct model *model, size_t file);
/* Why a file is shown as a plain table, and how to read it as statistics; NULL for others. The
 * caller writes the name of the file before it. */
const char *model_file_remark(const struct model *model, size_t file);
/* Rows of the file itself. */
size_t model_file_rows(const struct model *model, size_t file);
/* "India_2019_TOTAL" of India_2019_TOTAL.csv.gz, by which its sums are named. */
struct text model_file_source(const struct model *model, size_t file);
/* Rows of all files. */
size_t model_count_rows(const struct model *model);
/* "india-russia.csv +1": the first file, and how many others. */
void model_write_files(const struct model *model, struct buffer *out);
/* False for a file that was refused. */
bool model_file_has_columns(const struct model *model, size_t file);
/* The file whose rows the pane Rows shows, and --export and --sum use: the chosen one, or where
 * that was refused, the first that was not. */
size_t model_shown_file(const struct model *model);
const struct dataset *model_current_file(const struct model *model);
/* How much of all files was not read. */
struct unread model_unread(const struct model *model);
/* Appends a row of that file as it stands in it, see dataset_row_as_written(). */
bool model_row_as_written(const struct model *model, size_t row, struct buffer *out);

/* The separate file that is being loaded; NULL if none is. */
struct open_file *model_loading_file(const struct model *model);
/* Rows so far of the file that is being loaded, where they are shown before it is complete. */
size_t model_loading_rows(const struct model *model);
/* The file whose first bytes are awaited, a pipe say; NULL if there is none. */
const char *model_pending_name(const struct model *model);
/* True if there is one and no other file has rows: there is nothing to choose from yet. */
bool model_is_blank(const struct model *model);
/* True if what is shown is of a part of the rows: others are still to come. */
bool model_is_partly_loaded(const struct model *model);

/* Rows of model->dataset that are claims and no sums. */
size_t model_claim_count(const struct model *model);
bool model_has_statistics(const struct model *model);
/* True if a file of statistics is being loaded and has no sums yet. */
bool model_lacks_sums(const struct model *model);
/* True if a row of model->dataset is a sum, which stands in no file. */
bool model_is_sum(const struct model *model, size_t row);
/* True if the claim is a sum while rows of a file of statistics are still being loaded. */
bool model_is_partial(const struct model *model, size_t row);
/* How a pane that has nothing to show continues "no figures". */
const char *model_scope(const struct model *model);

/* Drops all that was computed from the rows. Unless `keeps_selection`, the selection is chosen
 * again too. */
void model_drop_results(struct model *model, bool keeps_selection);

#endif
