/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as CSV with each separator: the fast reader must give what the reference gives, also
 * when it is stopped early. The first byte says after how many records (0: never).
 */
#include "config.h"

#include "csv_readers.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char separators[] = {',', ';', '\t'};
    if (!size)
        return 0;
    struct text bytes = {(const char *)data + 1, size - 1};
    for (size_t i = 0; i < sizeof separators; i++)
        if (!csv_readers_agree(bytes, separators[i], data[0] % 4))
            abort();
    return 0;
}
