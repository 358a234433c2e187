/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Background work while the program waits for keys: files are loaded, a few milliseconds at a time,
 * so that a key never waits for it.
 */
#ifndef TRADESCOPE_UI_IDLE_WORK_H
#define TRADESCOPE_UI_IDLE_WORK_H

#include "view/workspace.h"

/* Sets the workspace; NULL ends the work. */
void idle_work_set(struct workspace *workspace);
/* Call this when everything is drawn. */
void idle_work_note_drawn(void);
/* Returns a descriptor that is readable when there is work; -1 if there is none. */
int idle_work_descriptor(void);
/* Returns the milliseconds after which there is work in any case; -1 for none. */
int idle_work_patience(void);

enum idle_work_news {
    IDLE_WORK_NOTHING,
    IDLE_WORK_PROGRESS, /* the progress has changed */
    IDLE_WORK_ROWS,     /* more rows are shown */
};
/* Does some of the work. */
enum idle_work_news idle_work_work(void);

#endif
