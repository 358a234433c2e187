/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What goes on while keys are waited for: files are loaded. A few milliseconds at a time, so that a
 * key never waits for it.
 */
#ifndef TRADESCOPE_UI_BACKGROUND_H
#define TRADESCOPE_UI_BACKGROUND_H

#include "view/workspace.h"

/* From now on, for this workspace; NULL ends it. */
void background_set(struct workspace *workspace);
/* All that there is to see is drawn. */
void background_note_drawn(void);
/* Can be read from when there is something to do; -1 where nothing goes on. */
int background_descriptor(void);
/* Milliseconds after which there is something to do even so; -1 for none. */
int background_patience(void);

enum background_news {
    BACKGROUND_NOTHING,
    BACKGROUND_PROGRESS, /* to be told now and then */
    BACKGROUND_ROWS,     /* more of them are shown */
};
/* Does a piece of it. */
enum background_news background_work(void);

#endif
