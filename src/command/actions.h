/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The functions of the commands, for the table in command_table.c. `argument` is never NULL; it is
 * empty if the command takes none or an optional one was omitted.
 */
#ifndef TRADESCOPE_COMMAND_ACTIONS_H
#define TRADESCOPE_COMMAND_ACTIONS_H

#include <stdbool.h>

#include "base/error.h"
#include "view/workspace.h"

#define ACTION(name) \
    bool action_##name(struct workspace *workspace, const char *argument, struct error *error)

/* move_actions.c */
ACTION(up);
ACTION(down);
ACTION(left);
ACTION(right);
ACTION(first_column);
ACTION(last_column);
ACTION(narrower);
ACTION(wider);
ACTION(page_up);
ACTION(page_down);
ACTION(half_page_up);
ACTION(half_page_down);
ACTION(top);
ACTION(bottom);
ACTION(goto);

/* pane_actions.c */
ACTION(next_pane);
ACTION(previous_pane);
ACTION(pane);
ACTION(zoom);
ACTION(open);
ACTION(back);
ACTION(stop);
ACTION(explain);
ACTION(sources);
ACTION(same_quote);
ACTION(article);
ACTION(test);
ACTION(disputes);
ACTION(review);
ACTION(review_into);
ACTION(set_field);
/* True if the view on top handled the request. */
bool offer_request(struct workspace *workspace, enum request request);
ACTION(close);

/* file_actions.c */
ACTION(files);
ACTION(by);
ACTION(mirror);
ACTION(columns);
/* `open` and `close` with a FILE. */
bool file_open(struct workspace *workspace, const char *name, struct error *error);
bool file_close(struct workspace *workspace, const char *name, struct error *error);

/* filter_actions.c */
ACTION(search);
ACTION(search_next);
ACTION(search_previous);
ACTION(filter);
ACTION(keep);
ACTION(exclude);
ACTION(filters);
ACTION(toggle);
ACTION(delete);
ACTION(edit);
ACTION(edit_filter);
ACTION(raise);
ACTION(lower);
ACTION(sort);
ACTION(sort_ascending);
ACTION(sort_descending);
ACTION(pair);
ACTION(product);
ACTION(period);
ACTION(undo);
ACTION(redo);
ACTION(last_time);

/* scenario_actions.c */
ACTION(scenario);
ACTION(goal);
ACTION(save_scenario);
ACTION(scenarios);
ACTION(more);

/* setting_actions.c */
ACTION(set);
ACTION(color);
ACTION(colors);
ACTION(bind);
ACTION(unbind);
ACTION(source);

/* program_actions.c */
ACTION(write);
ACTION(overwrite);
ACTION(report);
ACTION(copy);
ACTION(help);
ACTION(command);
ACTION(redraw);
ACTION(suspend);
ACTION(quit);

#endif
