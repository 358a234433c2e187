/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/citations.h"

#include "base/array.h"
#include "base/ascii.h"
#include "model/files.h"
#include "report/cell.h"

#include <stdlib.h>
#include <string.h>

/* A source, as its first claim states it. */
struct source {
    char key[64]; /* letters, digits and - only, unique */
    struct text id, title, publisher, url;
    int date[3]; /* year, month, day; 0 for what is not stated */
    bool is_statistics;
};

struct sources {
    struct source *items; /* owned */
    size_t count, capacity;
};

/* "2024-10-26", "2024-10" or "2024". */
static void read_date(struct source *source, struct text text)
{
    struct buffer date = {0};
    buffer_append_text(&date, text);
    char *at = date.data;
    for (size_t i = 0; at && i < 3 && ascii_is_digit(*at); i++) {
        char *end;
        source->date[i] = (int)strtol(at, &end, 10);
        at = *end == '-' ? end + 1 : end;
    }
    buffer_release(&date);
}

static bool has_key(const struct sources *sources, const char *key)
{
    for (size_t i = 0; i < sources->count; i++)
        if (strcmp(sources->items[i].key, key) == 0)
            return true;
    return false;
}

/* BibTeX takes few signs in a key. */
static void make_key(const struct sources *sources, struct source *source)
{
    char stem[48];
    size_t length = 0;
    for (size_t i = 0; i < source->id.length && length + 1 < sizeof stem; i++) {
        char byte = source->id.data[i];
        stem[length++] = ascii_is_digit(byte) || ascii_is_letter(byte) ? byte : '-';
    }
    stem[length] = '\0';
    snprintf(source->key, sizeof source->key, "%s", length ? stem : "source");
    for (size_t n = 2; has_key(sources, source->key); n++)
        snprintf(source->key, sizeof source->key, "%s-%zu", length ? stem : "source", n);
}

static void add_source(struct sources *sources, const struct model *model, size_t row)
{
    const struct dataset *dataset = &model->dataset;
    struct source source = {
        .id = dataset_text(dataset, row, FIELD_SOURCE),
        .title = dataset_text(dataset, row, FIELD_TITLE),
        .publisher = dataset_text(dataset, row, FIELD_PUBLISHER),
        .url = dataset_text(dataset, row, FIELD_URL),
        .is_statistics = model_is_sum(model, row),
    };
    read_date(&source, dataset_text(dataset, row, FIELD_PUBLISHED));
    make_key(sources, &source);
    ARRAY_RESERVE(sources->items, sources->count + 1, sources->capacity);
    sources->items[sources->count++] = source;
}

static struct sources find_sources(const struct model *model)
{
    const struct dataset *dataset = &model->dataset;
    struct sources sources = {0};
    size_t column = dataset->column[FIELD_SOURCE];
    bool *seen = xcalloc(table_distinct_count(dataset->table, column) + 1, sizeof *seen);
    ROW_SET_EACH (&model->rows.shown, row) {
        uint32_t code = table_code(dataset->table, row, column);
        if (!seen[code])
            add_source(&sources, model, row);
        seen[code] = true;
    }
    free(seen);
    return sources;
}

/* Without a title, a reader still has to see which source it is. */
static void write_title(struct buffer *out, const struct source *source)
{
    struct text title = source->title.length ? source->title : source->id;
    text_make_visible(out, title, true);
}

/* --- CSL-JSON --- */

static void write_member(struct buffer *out, const char *name, struct text value)
{
    if (!value.length)
        return;
    buffer_printf(out, ", \"%s\": ", name);
    cell_write_json(out, cell_json(value));
}

static void write_csl(struct buffer *out, const struct source *source, size_t number)
{
    struct buffer title = {0};
    write_title(&title, source);
    buffer_printf(out, "%s {\"id\": \"%s\", \"type\": \"%s\"", number ? ",\n" : "[\n", source->key,
                  source->is_statistics ? "dataset" : "document");
    write_member(out, "title", buffer_text(&title));
    write_member(out, "publisher", source->publisher);
    write_member(out, "URL", source->url);
    if (source->date[0])
        buffer_printf(out, ", \"issued\": {\"date-parts\": [[%d", source->date[0]);
    for (size_t i = 1; i < 3 && source->date[i]; i++)
        buffer_printf(out, ", %d", source->date[i]);
    buffer_puts(out, source->date[0] ? "]]}}" : "}");
    buffer_release(&title);
}

static void end_csl(struct buffer *out, size_t count)
{
    buffer_puts(out, count ? "\n]\n" : "[]\n");
}

/* --- BibTeX --- */

/* BibTeX counts braces, also behind a backslash. */
static bool has_pairs_of_braces(struct text text)
{
    long depth = 0;
    for (size_t i = 0; i < text.length && depth >= 0; i++)
        depth += (text.data[i] == '{') - (text.data[i] == '}');
    return depth == 0;
}

static void write_latex(struct buffer *out, struct text text)
{
    static const struct {
        char byte;
        const char *latex;
    } signs[] = {
        {'\\', "\\textbackslash{}"}, {'~', "\\textasciitilde{}"}, {'^', "\\textasciicircum{}"},
        {'{', "\\textbraceleft{}"},  {'}', "\\textbraceright{}"},
    };
    struct buffer visible = {0};
    size_t count = ARRAY_LENGTH(signs) - (has_pairs_of_braces(text) ? 2 : 0);
    text_make_visible(&visible, text, true);
    for (size_t i = 0; i < visible.length; i++) {
        size_t k = 0;
        while (k < count && signs[k].byte != visible.data[i])
            k++;
        if (k < count) {
            buffer_puts(out, signs[k].latex);
            continue;
        }
        if (strchr("{}%&$#_", visible.data[i]))
            buffer_putc(out, '\\');
        buffer_putc(out, visible.data[i]);
    }
    buffer_release(&visible);
}

static void write_latex_field(struct buffer *out, const char *name, struct text value)
{
    if (!value.length)
        return;
    buffer_printf(out, ",\n  %s = {", name);
    write_latex(out, value);
    buffer_putc(out, '}');
}

/* An address cannot have braces: those of a cell would end the field. */
static void write_bibtex_url(struct buffer *out, struct text url)
{
    struct buffer visible = {0};
    if (!url.length)
        return;
    text_make_visible(&visible, url, true);
    buffer_puts(out, ",\n  url = {");
    for (size_t i = 0; i < visible.length; i++)
        if (strchr("{}\\", visible.data[i]))
            buffer_printf(out, "%%%02X", (unsigned)visible.data[i]);
        else
            buffer_putc(out, visible.data[i]);
    buffer_putc(out, '}');
    buffer_release(&visible);
}

static void write_bibtex(struct buffer *out, const struct source *source, size_t number)
{
    (void)number;
    struct buffer title = {0};
    write_title(&title, source);
    buffer_printf(out, "@misc{%s,\n  title = {{", source->key);
    write_latex(out, buffer_text(&title));
    buffer_puts(out, "}}");
    write_latex_field(out, "howpublished", source->publisher);
    if (source->date[0])
        buffer_printf(out, ",\n  year = {%d}", source->date[0]);
    if (source->date[1])
        buffer_printf(out, ",\n  month = {%d}", source->date[1]);
    if (source->date[2])
        buffer_printf(out, ",\n  day = {%d}", source->date[2]);
    write_bibtex_url(out, source->url);
    buffer_puts(out, "\n}\n\n");
    buffer_release(&title);
}

/* --- RIS --- */

static void write_tag(struct buffer *out, const char *tag, struct text value)
{
    if (!value.length)
        return;
    buffer_printf(out, "%s  - ", tag);
    text_make_visible(out, value, true);
    buffer_puts(out, "\r\n");
}

static void write_ris(struct buffer *out, const struct source *source, size_t number)
{
    (void)number;
    struct buffer title = {0}, date = {0};
    write_title(&title, source);
    if (source->date[0])
        buffer_printf(&date, "%04d", source->date[0]);
    write_tag(out, "TY", text_of(source->is_statistics ? "DATA" : "GEN"));
    write_tag(out, "ID", text_of(source->key));
    write_tag(out, "TI", buffer_text(&title));
    write_tag(out, "PB", source->publisher);
    write_tag(out, "PY", buffer_text(&date));
    for (size_t i = 1; i < 3 && source->date[i]; i++)
        buffer_printf(&date, "/%02d", source->date[i]);
    if (source->date[1])
        buffer_puts(&date, source->date[2] ? "/" : "//");
    write_tag(out, "DA", source->date[1] ? buffer_text(&date) : (struct text){0});
    write_tag(out, "UR", source->url);
    buffer_puts(out, "ER  - \r\n\r\n");
    buffer_release(&title);
    buffer_release(&date);
}

/* --- ClaimReview --- */

static json_t *object_of(const char *type, const char *name, struct text value)
{
    json_t *object = json_pack("{s:s}", "@type", type);
    if (value.length)
        json_object_set_new(object, name, cell_json(value));
    return object;
}

static void set_text(json_t *object, const char *name, struct text value)
{
    if (value.length)
        json_object_set_new(object, name, cell_json(value));
}

/* The work in which the claim was made. */
static json_t *appearance_of(const struct dataset *dataset, size_t row)
{
    struct text publisher = dataset_text(dataset, row, FIELD_PUBLISHER);
    json_t *work =
        object_of("CreativeWork", "identifier", dataset_text(dataset, row, FIELD_SOURCE));
    set_text(work, "headline", dataset_text(dataset, row, FIELD_TITLE));
    set_text(work, "url", dataset_text(dataset, row, FIELD_URL));
    set_text(work, "datePublished", dataset_text(dataset, row, FIELD_PUBLISHED));
    if (publisher.length)
        json_object_set_new(work, "publisher", object_of("Organization", "name", publisher));
    return work;
}

/* The type of the speaker is not known: a person, or an office. */
static json_t *review_of(const struct dataset *dataset, const struct check *check)
{
    size_t row = check->rows[0];
    struct text speaker = dataset_text(dataset, row, FIELD_SPEAKER);
    struct text quote = dataset_text(dataset, row, FIELD_QUOTE);
    json_t *claim = object_of("Claim", "text", quote);
    json_t *rating =
        object_of("Rating", "alternateName", text_of(audit_outcome_word(check->outcome)));
    json_t *review =
        object_of("ClaimReview", "claimReviewed", dataset_text(dataset, row, FIELD_TEXT));
    set_text(rating, "ratingExplanation", text_of(check->text));
    if (speaker.length)
        json_object_set_new(claim, "author", object_of("Thing", "name", speaker));
    json_object_set_new(claim, "appearance", appearance_of(dataset, row));
    json_object_set_new(review, "@context", json_string("https://schema.org"));
    json_object_set_new(review, "author",
                        object_of("SoftwareApplication", "name", text_of(PACKAGE_STRING)));
    json_object_set_new(review, "itemReviewed", claim);
    json_object_set_new(review, "reviewRating", rating);
    return review;
}

static void write_reviews(struct sink *out, const struct model *model)
{
    const struct audit *audit = analysis_audit(model->results.analysis);
    for (size_t i = 0; i < audit->count && sink_pass(out); i++) {
        buffer_puts(&out->text, i ? ",\n " : "[\n ");
        cell_write_json(&out->text, review_of(&model->dataset, &audit->checks[i]));
    }
    buffer_puts(&out->text, audit->count ? "\n]\n" : "[]\n");
}

static const struct {
    void (*write)(struct buffer *out, const struct source *source, size_t number);
    void (*end)(struct buffer *out, size_t count);
} citation_formats[REPORT_FORMAT_COUNT] = {
    [REPORT_CSL] = {write_csl, end_csl},
    [REPORT_BIBTEX] = {write_bibtex, NULL},
    [REPORT_RIS] = {write_ris, NULL},
};

bool citations_is_format(enum report_format format)
{
    return citation_formats[format].write || format == REPORT_CLAIMREVIEW;
}

void citations_write(struct sink *out, struct workspace *workspace, enum report_format format)
{
    workspace_update(workspace, NULL);
    cell_prepare_json();
    if (format == REPORT_CLAIMREVIEW) {
        write_reviews(out, workspace->model);
        return;
    }
    struct sources sources = find_sources(workspace->model);
    for (size_t i = 0; i < sources.count && sink_pass(out); i++)
        citation_formats[format].write(&out->text, &sources.items[i], i);
    if (citation_formats[format].end)
        citation_formats[format].end(&out->text, sources.count);
    free(sources.items);
}
