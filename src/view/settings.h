/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the user set for all files: options, colours of roles, keys. The commands set, color, bind
 * and unbind change it, typed or in the configuration file; src/ui applies it to the terminal.
 */
#ifndef TRADESCOPE_VIEW_SETTINGS_H
#define TRADESCOPE_VIEW_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/text.h"
#include "view/draw/themes.h"

enum user_setting {
    SETTING_THEME,
    SETTING_MOUSE,
    SETTING_COUNT,
};

/* Words of the settings that are on or off. */
enum { SETTING_OFF, SETTING_ON };

struct setting_info {
    const char *name;
    const char *const *words; /* the values, up to NULL */
    const char *help;
    unsigned initial;
};
extern const struct setting_info setting_table[SETTING_COUNT];

/* A key that the user bound. */
struct binding {
    char *key;  /* owned */
    char *line; /* owned: a command line; NULL if the key was unbound */
};

/* What the terminal is, as far as it is known; src/ui fills it in. */
struct terminal_facts {
    int colors;            /* 0 for none */
    enum theme background; /* THEME_DARK, THEME_LIGHT, or THEME_AUTO if it is not known */
};

struct settings {
    unsigned values[SETTING_COUNT]; /* indexes of words */
    bool has_paint[ROLE_COUNT];
    struct paint paints[ROLE_COUNT]; /* of roles that have one */
    struct binding *bindings;
    size_t binding_count, binding_capacity;
    struct terminal_facts terminal;
    unsigned version; /* counted up with each change */
};

void settings_init(struct settings *settings);
void settings_release(struct settings *settings);
/* Takes back all that the user set. */
void settings_reset(struct settings *settings);

/* Returns the option of that name; SETTING_COUNT with the reason for none. */
enum user_setting setting_find(struct text name, struct error *error);
/* Sets an option. Returns false, as misuse, if it does not take that word. */
bool settings_set(struct settings *settings, enum user_setting setting, struct text word,
                  struct error *error);
/* Returns the word of its present value. */
const char *settings_word(const struct settings *settings, enum user_setting setting);
/* True if an option of the words on and off is on. */
bool settings_is_on(const struct settings *settings, enum user_setting setting);

void settings_paint(struct settings *settings, enum role role, struct paint paint);
/* Returns how a role is painted: by the user, else by the theme. */
struct paint settings_paint_of(const struct settings *settings, enum role role);
/* Returns the theme that is shown: for auto, that of the terminal's background. */
enum theme settings_theme(const struct settings *settings);
void settings_note_terminal(struct settings *settings, struct terminal_facts facts);

/* Binds a key to a command line; NULL unbinds it. */
void settings_bind(struct settings *settings, const char *key, const char *line);
/* Returns what the user bound to a key; NULL if nothing was said about it. */
const struct binding *settings_binding(const struct settings *settings, struct text key);

#endif
