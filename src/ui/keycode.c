/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/keycode.h"

#include "base/array.h"
#include "ui/terminal.h"

#include <curses.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <time.h>

#define MOST_UNREAD 64

static struct {
    WINDOW *pad; /* reading from a pad refreshes nothing */
    int unread[MOST_UNREAD];
    size_t unread_count;
    sigset_t waiting_mask, former_mask;
    struct sigaction former_stop, former_continue;
} keycode;

static volatile sig_atomic_t was_stopped, was_continued;

static void note_signal(int number)
{
    if (number == SIGTSTP)
        was_stopped = 1;
    else
        was_continued = 1;
}

/* The signals that change the screen are held back except while waiting. */
static void hold_signals(void)
{
    struct sigaction note = {.sa_handler = note_signal};
    sigset_t held;
    sigemptyset(&note.sa_mask);
    sigemptyset(&held);
    sigaddset(&held, SIGWINCH);
    if (!terminal_is_headless()) {
        sigaddset(&held, SIGTSTP);
        sigaddset(&held, SIGCONT);
        sigaction(SIGTSTP, &note, &keycode.former_stop);
        sigaction(SIGCONT, &note, &keycode.former_continue);
    }
    sigprocmask(SIG_BLOCK, &held, &keycode.former_mask);
    keycode.waiting_mask = keycode.former_mask;
    sigdelset(&keycode.waiting_mask, SIGWINCH);
    if (terminal_is_headless()) /* the window around has nothing to do with our screen */
        sigaddset(&keycode.waiting_mask, SIGWINCH);
}

void keycode_start(void)
{
    keycode.unread_count = 0;
    keycode.pad = newpad(1, 1);
    nodelay(keycode.pad, TRUE);
    meta(keycode.pad, TRUE);
    keypad(keycode.pad, TRUE);
    define_key(NULL, KEY_MOUSE); /* reports of the mouse are read here */
    hold_signals();
}

void keycode_stop(void)
{
    delwin(keycode.pad);
    keycode.pad = NULL;
    if (!terminal_is_headless()) {
        sigaction(SIGTSTP, &keycode.former_stop, NULL);
        sigaction(SIGCONT, &keycode.former_continue, NULL);
    }
    sigprocmask(SIG_SETMASK, &keycode.former_mask, NULL);
}

void keycode_unread(int code)
{
    if (code != INPUT_NONE && keycode.unread_count < ARRAY_LENGTH(keycode.unread))
        keycode.unread[keycode.unread_count++] = code;
}

/* What a signal asked for while we waited: true where the screen is to be painted anew. */
static bool see_to_signals(void)
{
    if (was_stopped) {
        was_stopped = 0;
        terminal_suspend();
        return true;
    }
    if (was_continued) {
        was_continued = 0;
        terminal_resume();
        return true;
    }
    return false;
}

/* 1 where something can be read, 0 where the time is over, -1 where a signal came. */
static int wait_for_input(int milliseconds)
{
    struct pollfd input = {.fd = terminal_input(), .events = POLLIN};
    struct timespec time = {.tv_sec = milliseconds / 1000,
                            .tv_nsec = milliseconds % 1000 * 1000000L};
    return ppoll(&input, 1, milliseconds < 0 ? NULL : &time, &keycode.waiting_mask);
}

int keycode_read(int milliseconds, bool has_names)
{
    if (keycode.unread_count > 0)
        return keycode.unread[--keycode.unread_count];
    keypad(keycode.pad, has_names);
    bool is_ready = false;
    for (;;) {
        int code = wgetch(keycode.pad);
        if (code == 0 && terminal_is_headless())
            return INPUT_PAUSE;
        if (code == KEY_RESIZE) {
            terminal_note_size();
            return INPUT_RESIZE;
        }
        if (code != ERR)
            return code;
        if (is_ready) /* readable, and nothing to be read: the end */
            return INPUT_END;
        int found = wait_for_input(milliseconds);
        if (found == 0)
            return INPUT_NONE;
        if (found < 0 && see_to_signals())
            return INPUT_RESIZE;
        is_ready = found > 0;
    }
}

void keycode_flush(void)
{
    flushinp();
    keycode.unread_count = 0;
}
