/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A descriptor with which threads wake up another one that waits in poll(). */
#ifndef TRADESCOPE_BASE_EVENT_H
#define TRADESCOPE_BASE_EVENT_H

/* The caller closes it. */
int event_open(void);
/* Makes the descriptor readable. Any thread may call this. */
void event_send(int wakeup);
/* Waits until the descriptor is readable or the time is over, and clears it. */
void event_await(int wakeup, double seconds);

#endif
