/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/page_write.h"

void page_write_table(struct sink *out, const struct report_table *table, enum report_format format,
                      bool ascii)
{
    switch (format) {
    case REPORT_CSV:
        page_write_csv(out, table, cell_write_csv, ',');
        break;
    case REPORT_CSV_SAFE:
        page_write_csv(out, table, cell_write_csv_safe, ',');
        break;
    case REPORT_TSV:
        page_write_csv(out, table, cell_write_csv, '\t');
        break;
    case REPORT_TSV_SAFE:
        page_write_csv(out, table, cell_write_csv_safe, '\t');
        break;
    case REPORT_JSON:
        page_write_json(out, table);
        break;
    case REPORT_MARKDOWN:
        page_write_markdown(out, table);
        break;
    case REPORT_HTML:
        page_write_html(out, table);
        break;
    default:
        page_write_text(out, table, ascii);
    }
}

bool page_format_is_exact(enum report_format format)
{
    return format != REPORT_TEXT;
}
