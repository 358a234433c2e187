/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The model: the open files, the user's choices, the rows that pass, the sums of statistics, and
 * the analysis. It knows nothing of panes or screens. view/workspace.h shows it; the reports of
 * --sum, --export, --check and --explain need only the model.
 *
 * This header has the structures. The operations are declared in opening.h, file_loading.h,
 * filtering.h, sums.h, recompute.h, choice_changes.h and so on, each of which uses those before.
 */
#ifndef TRADESCOPE_MODEL_MODEL_H
#define TRADESCOPE_MODEL_MODEL_H

#include <stdbool.h>
#include <stddef.h>

#include "analysis/claims/claim_facts.h"
#include "base/effort.h"
#include "data/codes/country.h"
#include "evidence/article_choice.h"
#include "data/load/dataset.h"
#include "data/codes/hs.h"
#include "data/format/detect.h"
#include "model/choices.h"
#include "model/files.h"
#include "model/load_queue.h"
#include "model/message.h"
#include "model/results.h"
#include "model/search.h"
#include "model/selection.h"
#include "query/rows/row_set.h"

/* The claims that pass the filters. */
struct passing_claims {
    struct row_set shown;      /* among the rows that are known */
    size_t known;              /* number of claims that the filters were applied to */
    struct filter_cache cache; /* the start for a further filter */
    struct buffer note;        /* on the last filter, see expression_remark() */
    struct claim_facts facts;  /* derived columns for filters */
};

/* Incremented with each change, so that a view can see that it is stale. */
struct model_versions {
    unsigned results;  /* of the rows that pass, and everything derived from them */
    unsigned rows;     /* of the rows of the file being loaded */
    unsigned problems; /* of the problems of the file being loaded */
};

struct model {
    struct country_list *countries; /* NULL if the list cannot be read */
    bool has_products;              /* false if their list cannot be read */
    struct hs_list *products;       /* NULL until model_products() */
    struct format_list formats;     /* of official statistics */
    struct recognition recognition; /* how files are detected; refers to the two above */
    struct dataset dataset;         /* the claims of all files, followed by sums */
    int32_t today;                  /* days since 1970-01-01; 0 if the clock is not read */
    struct files files;
    struct article_choice articles;
    struct load_queue queue;
    struct choices choices;
    struct history history;
    struct passing_claims rows;
    struct sums sums;
    struct sum_progress progress;
    struct results results;
    struct selection selection;
    struct search search;
    struct before_preview *before_preview; /* what a preview hides; NULL if there is none */
    struct message message;                /* until the next key */
    struct model_versions versions;
    /* Of work that the user asked for. Set once by the owner of the keyboard; else NULL. */
    const struct effort *user;
};

/* Sets the message, replacing the last one. */
void model_set_message(struct model *model, enum message_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The same for a choice that leaves no rows, with the key that undoes it. */
void model_set_empty_message(struct model *model, const char *text, const char *way_back);
void model_clear_message(struct model *model);

/* Returns the data set with the rows of a file; for a claims file, that of all claims. */
const struct dataset *model_file_dataset(const struct model *model, size_t file);
const char *model_file_path(const struct model *model, size_t file);
/*
 * Returns why a file is shown as a plain table, and how to read it as statistics; NULL for other
 * files. The caller writes the file name before it.
 */
const char *model_file_remark(const struct model *model, size_t file);
/* Returns the number of rows of the file itself. */
size_t model_file_rows(const struct model *model, size_t file);
/* Returns "India_2019_TOTAL" for India_2019_TOTAL.csv.gz, the source of its sums. */
struct text model_file_source(const struct model *model, size_t file);
/* Returns the number of rows of all files. */
size_t model_count_rows(const struct model *model);
/* Appends "india-russia.csv +1": the first file, and the number of the others. */
void model_write_files(const struct model *model, struct buffer *out);
/* False for a file that was refused. */
bool model_file_has_columns(const struct model *model, size_t file);
/*
 * Returns the file that the pane Rows shows, and that --export and --sum use: the chosen one, or if
 * that was refused, the first that was not.
 */
size_t model_shown_file(const struct model *model);
const struct dataset *model_current_file(const struct model *model);
/* Returns how much of all files was not read. */
struct unread model_unread(const struct model *model);
/* Appends a row as written in its file, see dataset_row_as_written(). */
bool model_row_as_written(const struct model *model, size_t row, struct buffer *out);

/* Returns the separate file being loaded; NULL if there is none. */
struct open_file *model_loading_file(const struct model *model);
/* Returns the rows so far of the file being loaded, if they are shown before it is complete. */
size_t model_loading_rows(const struct model *model);
/* Returns the file whose first bytes are awaited, such as a pipe; NULL if there is none. */
const char *model_pending_name(const struct model *model);
/* True if there is one and no other file has rows: there is nothing to choose from yet. */
bool model_is_blank(const struct model *model);
/* True if a part of the rows is shown and more are being loaded. */
bool model_is_partly_loaded(const struct model *model);

/* Returns the number of rows of model->dataset that are claims and not sums. */
size_t model_claim_count(const struct model *model);
bool model_has_statistics(const struct model *model);
/* True if a file of statistics is being loaded and has no sums yet. */
bool model_lacks_sums(const struct model *model);
/* True if a row of model->dataset is a sum, which is in no file. */
bool model_is_sum(const struct model *model, size_t row);
/* True if the claim is a sum and rows of a file of statistics are still being loaded. */
bool model_is_partial(const struct model *model, size_t row);
/* Returns the words with which a pane without content continues "no figures". */
const char *model_scope(const struct model *model);

/*
 * Drops all results computed from the rows. Unless `keeps_selection`, the selection is chosen
 * again.
 */
void model_drop_results(struct model *model, bool keeps_selection);

#endif
