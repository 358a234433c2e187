/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRADESCOPE_REPORT_REPORT_FORMAT_H
#define TRADESCOPE_REPORT_REPORT_FORMAT_H

enum report_format {
    REPORT_TEXT,
    REPORT_CSV,
    REPORT_CSV_SAFE, /* as cell_write_csv_safe(); no file extension selects it */
    REPORT_JSON,
    REPORT_MARKDOWN,
    REPORT_TSV,
    REPORT_TSV_SAFE, /* as REPORT_CSV_SAFE */
    REPORT_HTML,
    REPORT_CSL, /* this and those below have the sources, or the checks, and no table */
    REPORT_BIBTEX,
    REPORT_RIS,
    REPORT_CLAIMREVIEW,
    REPORT_FORMAT_COUNT
};

#endif
