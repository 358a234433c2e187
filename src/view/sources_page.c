/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/sources_page.h"

#include "base/memory.h"
#include "query/language/expression.h"
#include "view/page.h"

#include <stdlib.h>

#define TITLE_WORDS_CELLS 40
#define COUNT_CELLS 8
#define MOST_SPEAKERS 4

/* What the claims of a source say of it. */
struct source_facts {
    size_t claims, disputed;
    size_t row; /* the first claim, for publisher, title and link */
    uint32_t speakers[MOST_SPEAKERS];
    size_t speaker_count;
    bool has_more_speakers;
};

static bool is_disputed(const struct workspace *workspace, size_t row)
{
    const struct observation *observation =
        analysis_observation(workspace->model->results.analysis, row);
    return observation && (observation->agreement == AGREEMENT_CONFLICT ||
                           observation->agreement == AGREEMENT_CLOSE);
}

static void add_speaker(struct source_facts *facts, uint32_t speaker)
{
    size_t at = 0;
    while (at < facts->speaker_count && facts->speakers[at] != speaker)
        at++;
    if (!speaker || at < facts->speaker_count)
        return;
    if (at < MOST_SPEAKERS)
        facts->speakers[facts->speaker_count++] = speaker;
    else
        facts->has_more_speakers = true;
}

/* Returns the facts by the code of the source. The caller frees them. */
static struct source_facts *find_facts(const struct workspace *workspace)
{
    const struct dataset *dataset = &workspace->model->dataset;
    size_t source = dataset->column[FIELD_SOURCE], speaker = dataset->column[FIELD_SPEAKER];
    struct source_facts *facts =
        xcalloc(table_distinct_count(dataset->table, source) + 1, sizeof *facts);
    ROW_SET_EACH (&workspace->model->rows.shown, row) {
        struct source_facts *of = &facts[table_code(dataset->table, row, source)];
        if (!of->claims++)
            of->row = row;
        of->disputed += is_disputed(workspace, row);
        add_speaker(of, table_code(dataset->table, row, speaker));
    }
    return facts;
}

/* "MENAFN, 2024-10-26": what a reader knows of it; else the first words of its title. */
static void write_name(struct line *line, const struct dataset *dataset, size_t row)
{
    struct text publisher = dataset_text(dataset, row, FIELD_PUBLISHER);
    struct text published = dataset_text(dataset, row, FIELD_PUBLISHED);
    struct text title = dataset_text(dataset, row, FIELD_TITLE);
    if (publisher.length) {
        line_add(line, ROLE_TITLE, publisher);
        line_puts(line, ROLE_PLAIN, published.length ? ", " : "");
        line_add(line, ROLE_PLAIN, published);
    } else if (title.length) {
        size_t next, length = text_wrap(title, TITLE_WORDS_CELLS, &next);
        line_add(line, ROLE_TITLE, (struct text){title.data, length});
        line_puts(line, ROLE_TITLE, length < title.length ? " ..." : "");
    } else {
        line_add(line, ROLE_TITLE, dataset_text(dataset, row, FIELD_SOURCE));
    }
}

static void add_detail(struct page *page, const char *before, struct text text)
{
    struct line *line = text.length ? page_add(page, NO_ROW, NULL, 6) : NULL;
    if (line)
        line_printf(line, ROLE_DIM, "    %s", before);
    if (line)
        line_add(line, ROLE_PLAIN, text);
}

static void add_speakers(struct page *page, const struct dataset *dataset,
                         const struct source_facts *facts)
{
    struct buffer names = {0};
    for (size_t i = 0; i < facts->speaker_count; i++) {
        buffer_puts(&names, i ? ", " : "");
        buffer_append_text(&names, table_distinct(dataset->table, dataset->column[FIELD_SPEAKER],
                                                  facts->speakers[i]));
    }
    buffer_puts(&names, facts->has_more_speakers ? " and more" : "");
    add_detail(page, "speakers: ", buffer_text(&names));
    buffer_release(&names);
}

static void add_count(struct line *line, enum role role, size_t count)
{
    struct buffer text = {0};
    decimal_format(&text, (double)count, 0);
    line_add_right(line, role, buffer_text(&text), COUNT_CELLS + 2);
    buffer_release(&text);
}

static void add_source(struct page *page, const struct dataset *dataset,
                       const struct source_facts *facts)
{
    struct text key = dataset_text(dataset, facts->row, FIELD_SOURCE);
    struct buffer test = {0};
    expression_format_test(&test, field_table[FIELD_SOURCE].name, key, false);
    struct line *line = page_add(page, NO_ROW, key.length ? test.data : NULL, 4);
    write_name(line, dataset, facts->row);
    if (!text_is_equal(key, buffer_text(&line->text))) {
        line_puts(line, ROLE_PLAIN, "  ");
        line_add(line, ROLE_DIM, key);
    }
    page_end_name(page);
    add_count(line, ROLE_STRONG, facts->claims);
    add_count(line, facts->disputed ? ROLE_BAD : ROLE_DIM, facts->disputed);
    add_detail(page, "", dataset_text(dataset, facts->row, FIELD_TITLE));
    add_detail(page, "", dataset_text(dataset, facts->row, FIELD_URL));
    add_speakers(page, dataset, facts);
    buffer_release(&test);
}

static void show_source(struct workspace *workspace, size_t row, const char *value)
{
    (void)row;
    workspace_add_filter(workspace, value);
}

static void add_heads(struct page *page)
{
    struct line *line = page_add(page, NO_ROW, NULL, 4);
    line_puts(line, ROLE_HEADER, "source and its key");
    page_end_name(page);
    line_add_right(line, ROLE_HEADER, text_of("claims"), COUNT_CELLS + 2);
    line_add_right(line, ROLE_HEADER, text_of("disputed"), COUNT_CELLS + 2);
}

void sources_page_open(struct workspace *workspace)
{
    workspace_update(workspace, workspace->model->user);
    const struct dataset *dataset = &workspace->model->dataset;
    size_t count = table_distinct_count(dataset->table, dataset->column[FIELD_SOURCE]);
    struct source_facts *facts = find_facts(workspace);
    struct page *page = page_new("Sources", show_source);
    add_heads(page);
    for (size_t code = 0; code < count; code++)
        if (facts[code].claims)
            add_source(page, dataset, &facts[code]);
    free(facts);
    page_open(workspace, page, 1);
}
