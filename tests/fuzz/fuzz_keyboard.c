/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as what a terminal sends: each key has a name of printable UTF-8, the mouse a place,
 * and the end comes once. Behind a first byte that is odd, the bytes go to a prompt.
 */
#include "config.h"

#include "scratch.h"
#include "ui/keyboard.h"
#include "ui/terminal.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void check_key(const struct key *key)
{
    require(key->kind <= KEY_KIND_END);
    require(memchr(key->name, '\0', sizeof key->name) != NULL);
    if (key->kind == KEY_KIND_NAME) {
        require(*key->name && text_is_utf8(text_of(key->name)));
        for (const char *at = key->name; *at; at++)
            require((unsigned char)*at > ' ' && *at != 0x7f);
    }
    if (key->kind >= KEY_KIND_CLICK && key->kind <= KEY_KIND_WHEEL_DOWN)
        require(key->row >= 0 && key->column >= 0);
}

/* No more keys than bytes, as each takes one at least; a letter is itself. */
static void read_keys(const uint8_t *bytes, size_t size)
{
    struct key key;
    for (size_t count = 0; count <= size + 1; count++) {
        keyboard_is_waiting();
        keyboard_read(&key);
        check_key(&key);
        if (!count && size && bytes[0] >= 'a' && bytes[0] <= 'z')
            require(key.kind == KEY_KIND_NAME && key.name[0] == (char)bytes[0] && !key.name[1]);
        if (key.kind == KEY_KIND_END)
            return;
    }
    abort();
}

static void read_bytes(size_t size)
{
    for (size_t count = 0; count <= 2 * size + 2; count++) {
        int code = keyboard_read_byte(INPUT_FOREVER);
        require(code <= 255);
        if (code == INPUT_END)
            return;
        if (code == 27)
            keyboard_has_more();
    }
    abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct error error = {0};
    FILE *keys = size ? tmpfile() : NULL;
    if (!keys)
        return 0;
    require(fwrite(data + 1, 1, size - 1, keys) == size - 1 && fflush(keys) == 0);
    rewind(keys);
    require(terminal_start_headless(80, 24, fileno(keys), &error));
    terminal_input_start();
    if (data[0] & 1)
        read_bytes(size - 1);
    else
        read_keys(data + 1, size - 1);
    terminal_input_stop();
    terminal_stop();
    fclose(keys);
    return 0;
}
