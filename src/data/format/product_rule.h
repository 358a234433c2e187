/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Decides how the product codes of a column are read which the user names without saying whose they
 * are.
 */
#ifndef TRADESCOPE_DATA_FORMAT_PRODUCT_RULE_H
#define TRADESCOPE_DATA_FORMAT_PRODUCT_RULE_H

#include "data/format/translate.h"

struct product_rule {
    const struct translation
        *translation;    /* NULL if the words stay as they are, or for a refusal */
    bool is_open;        /* the codes may be two things */
    bool lost_zeros;     /* some codes lack the zero at their start */
    struct text example; /* such a code, or one that may be two things */
};

/* `name` is that of the column, `words` some of its cells, trimmed. */
struct product_rule product_rule_decide(struct text name, const struct text *words, size_t count);
/* Appends the refusal: what the codes may be, and how to say it. */
void product_rule_refuse(const struct product_rule *rule, struct text name, struct buffer *out);
/* Appends the decision; nothing if there is nothing to say. */
void product_rule_tell(const struct product_rule *rule, struct text name, struct buffer *out);

#endif
