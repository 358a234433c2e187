/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRADESCOPE_DATA_FORMAT_ROLE_FINDER_H
#define TRADESCOPE_DATA_FORMAT_ROLE_FINDER_H

#include "data/format/column_roles.h"

void column_roles_find(struct column_roles *roles, const struct file_survey *survey,
                       const struct file_head *head, const struct country_list *countries);
/* The flow that a text names: "export"; NULL for none, and for two. */
const char *flow_of_name(struct text name);

#endif
