/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A message about the last change: on the bottom line of a screen, or on standard error. */
#ifndef TRADESCOPE_MODEL_MESSAGE_H
#define TRADESCOPE_MODEL_MESSAGE_H

enum message_kind {
    MESSAGE_NOTE,
    MESSAGE_FAINT,
    MESSAGE_GOOD,
    MESSAGE_WARNING,
    MESSAGE_ERROR,
    MESSAGE_KIND_COUNT,
};

struct message {
    char *text; /* owned; NULL if there is none. May have several lines. */
    enum message_kind kind;
    const char *way_back; /* "u goes back": appended for users with a keyboard; or NULL */
};

#endif
