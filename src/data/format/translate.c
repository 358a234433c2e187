/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/format/translate.h"

#include "base/array.h"

struct translation_table {
    const struct translation *entries;
    const size_t *count;
};

static const struct translation_table tables[] = {
    {period_translations, &period_translation_count},
    {country_translations, &country_translation_count},
    {product_translations, &product_translation_count},
    {flow_translations, &flow_translation_count},
    {unit_translations, &unit_translation_count},
};

const struct translation *translation_find(struct text name)
{
    for (size_t i = 0; i < ARRAY_LENGTH(tables); i++)
        for (size_t k = 0; k < *tables[i].count; k++)
            if (text_is(name, tables[i].entries[k].name))
                return &tables[i].entries[k];
    return NULL;
}
