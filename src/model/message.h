/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the user is told about the last change: in the bottom line of a screen, or on standard
 * error.
 */
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
    char *text; /* owned; NULL for none. May have several lines. */
    enum message_kind kind;
    const char *way_back; /* "u goes back": for a user with a keyboard, behind the text; or NULL */
};

#endif
