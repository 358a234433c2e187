/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/terminal_input.h"

#include "base/array.h"
#include "ui/idle_work.h"
#include "ui/terminal.h"

#include <curses.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <time.h>

#define MOST_UNREAD 64

static struct {
    WINDOW *pad; /* reading from a pad does not refresh the screen */
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

/* Blocks the signals that change the screen, except while waiting. */
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
    if (terminal_is_headless()) /* the size of the window does not concern a headless screen */
        sigaddset(&keycode.waiting_mask, SIGWINCH);
}

void terminal_input_start(void)
{
    keycode.unread_count = 0;
    keycode.pad = newpad(1, 1);
    nodelay(keycode.pad, TRUE);
    meta(keycode.pad, TRUE);
    keypad(keycode.pad, TRUE);
    define_key(NULL, KEY_MOUSE); /* mouse reports are parsed in keyboard.c */
    hold_signals();
}

void terminal_input_stop(void)
{
    delwin(keycode.pad);
    keycode.pad = NULL;
    if (!terminal_is_headless()) {
        sigaction(SIGTSTP, &keycode.former_stop, NULL);
        sigaction(SIGCONT, &keycode.former_continue, NULL);
    }
    sigprocmask(SIG_SETMASK, &keycode.former_mask, NULL);
}

void terminal_input_unread(int code)
{
    if (code != INPUT_NONE && keycode.unread_count < ARRAY_LENGTH(keycode.unread))
        keycode.unread[keycode.unread_count++] = code;
}

/* Handles signals received while waiting. Returns true if the screen must be repainted. */
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

enum wait_result { FOUND_NOTHING, FOUND_INPUT, FOUND_WORK, FOUND_SIGNAL };

/* Waits for input; if there is no time limit, also for background work. */
static enum wait_result wait_for_input(int milliseconds)
{
    bool is_forever = milliseconds < 0;
    if (is_forever)
        idle_work_note_drawn();
    struct pollfd wanted[] = {{.fd = terminal_input(), .events = POLLIN},
                              {.fd = is_forever ? idle_work_descriptor() : -1, .events = POLLIN}};
    int patience = is_forever ? idle_work_patience() : milliseconds;
    struct timespec time = {.tv_sec = patience / 1000, .tv_nsec = patience % 1000 * 1000000L};
    int count =
        ppoll(wanted, ARRAY_LENGTH(wanted), patience < 0 ? NULL : &time, &keycode.waiting_mask);
    if (count < 0)
        return FOUND_SIGNAL;
    if (count == 0 && is_forever)
        return FOUND_WORK;
    return wanted[0].revents ? FOUND_INPUT : wanted[1].revents ? FOUND_WORK : FOUND_NOTHING;
}

/* Returns one of INPUT_, INPUT_NONE if there is no news. */
static int work(void)
{
    static const int told[] = {[IDLE_WORK_NOTHING] = INPUT_NONE,
                               [IDLE_WORK_PROGRESS] = INPUT_PROGRESS,
                               [IDLE_WORK_ROWS] = INPUT_ROWS};
    return told[idle_work_work()];
}

int terminal_input_read(int milliseconds, bool has_names)
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
        if (is_ready) /* readable without data: the end */
            return INPUT_END;
        enum wait_result found = wait_for_input(milliseconds);
        int news = found == FOUND_WORK ? work() : INPUT_NONE;
        if (found == FOUND_NOTHING || news != INPUT_NONE)
            return news;
        if (found == FOUND_SIGNAL && see_to_signals())
            return INPUT_RESIZE;
        is_ready = found == FOUND_INPUT;
    }
}

bool terminal_input_is_typed(void)
{
    struct pollfd input = {.fd = terminal_input(), .events = POLLIN};
    return keycode.unread_count > 0 || poll(&input, 1, 0) > 0;
}

/* Puts the code behind all that were put back before. */
static void queue_code(int code)
{
    memmove(keycode.unread + 1, keycode.unread, keycode.unread_count * sizeof *keycode.unread);
    keycode.unread[0] = code;
    keycode.unread_count++;
}

bool terminal_input_take(int wanted)
{
    keypad(keycode.pad, TRUE);
    while (keycode.unread_count < ARRAY_LENGTH(keycode.unread)) {
        int code = wgetch(keycode.pad);
        if (code == wanted)
            return true;
        if (code == ERR)
            return false;
        if (code == KEY_RESIZE)
            terminal_note_size();
        queue_code(code == KEY_RESIZE ? INPUT_RESIZE : code);
    }
    return false;
}

void terminal_input_flush(void)
{
    flushinp();
    keycode.unread_count = 0;
}
