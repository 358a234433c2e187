/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook of the old kind, as far as it is read without freexl. Texts of formulas are UTF-8. */
#include "config.h"

#include "data/io/biff_records.h"

#include <stdint.h>
#include <stdlib.h>

static void require(bool holds)
{
    if (!holds)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buffer file = {0};
    struct biff_summary summary = {0};
    struct error error = {0};
    buffer_append(&file, size ? (const char *)data : "", size);
    bool is_read = biff_records_prepare(&file, &summary, &error);
    require(is_read == !error.text && file.length == size);
    for (size_t i = 0; i < summary.text_count; i++) {
        const struct biff_text *text = &summary.texts[i];
        require(text_is_utf8(text->text));
        biff_text_of(&summary, text->sheet, text->row, text->column);
    }
    biff_summary_release(&summary);
    buffer_release(&file);
    error_release(&error);
    return 0;
}
