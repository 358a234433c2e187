/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes what is shown, for other programs and for readers. Stops if the sink fails. The caller
 * calls sink_finish().
 */
#ifndef TRADESCOPE_REPORT_REPORT_H
#define TRADESCOPE_REPORT_REPORT_H

#include <stdbool.h>

#include "base/error.h"
#include "base/sink.h"
#include "view/workspace.h"

/*
 * Writes one pane as plain text, `width` cells wide; with PANE_COUNT the headline and all panes,
 * Problems only if there are any. The pane Source alone has the quote of each shown row.
 */
void report_panes(struct sink *out, struct workspace *workspace, enum pane pane, int width);
#endif
