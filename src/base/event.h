/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A descriptor by which threads tell another one, which may wait in poll(), that there is news.
 */
#ifndef TRADESCOPE_BASE_EVENT_H
#define TRADESCOPE_BASE_EVENT_H

/* The caller closes it. */
int event_open(void);
/* From any thread: it can be read from now on. */
void event_send(int wakeup);
/* Waits until it can be read or so many seconds are over; it cannot be read then. */
void event_await(int wakeup, double seconds);

#endif
