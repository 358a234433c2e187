/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The background of the terminal, which is asked for with OSC 11. Not every terminal answers, and
 * an answer may come late, between keys: keyboard.c offers all such strings to background_take().
 */
#ifndef TRADESCOPE_UI_BACKGROUND_H
#define TRADESCOPE_UI_BACKGROUND_H

#include <stdbool.h>

#include "view/draw/themes.h"

/* Milliseconds that the first screen waits for the answer. */
#define BACKGROUND_PATIENCE 60

/* Asks, once, if this type of terminal may answer. */
void background_ask(void);
bool background_is_awaited(void);
/* True if it was asked, and there is no answer, however long ago that was. */
bool background_is_unanswered(void);
/* Takes the content of an OSC string: "11;rgb:1e1e/1e1e/1e1e". Returns false for any other. */
bool background_take(struct text string);
/* Returns THEME_DARK or THEME_LIGHT; THEME_AUTO as long as nothing was answered. */
enum theme background_theme(void);

#endif
