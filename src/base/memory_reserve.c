/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/memory_reserve.h"

#include <stdatomic.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/resource.h>

#define MOST ((size_t)256 << 20)

/* The functions that allocate memory have no context, so this is one for the whole process. */
static _Atomic(void *) reserve;
static size_t reserve_size;
static atomic_bool is_spent;

/* Pages that cannot be accessed take no memory, but count as addresses. */
void memory_reserve_take(void)
{
    struct rlimit addresses;
    if (getrlimit(RLIMIT_AS, &addresses) != 0 || addresses.rlim_cur == RLIM_INFINITY)
        return;
    reserve_size = addresses.rlim_cur / 3 < MOST ? (size_t)(addresses.rlim_cur / 3) : MOST;
    void *pages = reserve_size
                      ? mmap(NULL, reserve_size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                      : MAP_FAILED;
    if (pages != MAP_FAILED)
        atomic_store(&reserve, pages);
}

static bool give_back(void)
{
    void *pages = atomic_exchange(&reserve, NULL);
    if (pages)
        munmap(pages, reserve_size);
    return pages != NULL;
}

void memory_reserve_release(void)
{
    give_back();
}

void memory_reserve_spend(void)
{
    if (give_back())
        atomic_store(&is_spent, true);
}

bool memory_reserve_is_spent(void)
{
    return atomic_load(&is_spent);
}
