/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns of countries report, and which are partners. */
#ifndef TRADESCOPE_DATA_FORMAT_COUNTRY_ROLES_H
#define TRADESCOPE_DATA_FORMAT_COUNTRY_ROLES_H

#include "data/format/column_roles.h"

void find_countries(struct column_roles *roles, const struct file_survey *survey);
/* A table of reporters by partners: the names of most columns of numbers are countries. */
void find_melted_partners(struct column_roles *roles, const struct file_survey *survey,
                          const struct country_list *countries);

#endif
