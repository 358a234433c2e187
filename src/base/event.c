/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/event.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <unistd.h>

int event_open(void)
{
    return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}

void event_send(int wakeup)
{
    uint64_t one = 1;
    while (write(wakeup, &one, sizeof one) < 0 && errno == EINTR) {
    }
}

void event_await(int wakeup, double seconds)
{
    struct pollfd wanted = {.fd = wakeup, .events = POLLIN};
    uint64_t news;
    if (poll(&wanted, 1, (int)(seconds * 1000) + 1) > 0 && read(wakeup, &news, sizeof news) < 0)
        return;
}
