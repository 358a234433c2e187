/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What goes on while keys are waited for: files are loaded. A few milliseconds at a time, so that a
 * key never waits for it.
 */
#ifndef TRADESCOPE_UI_IDLE_WORK_H
#define TRADESCOPE_UI_IDLE_WORK_H

#include "view/workspace.h"

/* From now on, for this workspace; NULL ends it. */
void idle_work_set(struct workspace *workspace);
/* All that there is to see is drawn. */
void idle_work_note_drawn(void);
/* Can be read from when there is something to do; -1 where nothing goes on. */
int idle_work_descriptor(void);
/* Milliseconds after which there is something to do even so; -1 for none. */
int idle_work_patience(void);

enum idle_work_news {
    IDLE_WORK_NOTHING,
    IDLE_WORK_PROGRESS, /* to be told now and then */
    IDLE_WORK_ROWS,     /* more of them are shown */
};
/* Does a piece of it. */
enum idle_work_news idle_work_work(void);

#endif
