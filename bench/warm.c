/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Touches so many bytes of memory, and gives them back. A virtual machine may have handed free
 * memory to its host, which takes a while to give it again; without this, whichever program comes
 * first would wait for that.
 */
#include "config.h"

#include <errno.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Never so much that others would have to make room. */
static size_t most_bytes(void)
{
    long pages = sysconf(_SC_AVPHYS_PAGES), size = sysconf(_SC_PAGESIZE);
    return pages > 0 && size > 0 ? (size_t)pages / 2 * (size_t)size : 0;
}

int main(int argc, char **argv)
{
    char *end = NULL;
    errno = 0;
    uintmax_t wanted = argc == 2 ? strtoumax(argv[1], &end, 10) : 0;
    if (argc != 2 || errno || end == argv[1] || *end) {
        fprintf(stderr, "usage: warm BYTES\n");
        return 2;
    }
    size_t bytes = wanted < most_bytes() ? (size_t)wanted : most_bytes();
    if (!bytes)
        return 0;
    void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        fprintf(stderr, "warm: %s\n", strerror(errno));
        return 1;
    }
    madvise(memory, bytes, MADV_HUGEPAGE);
    memset(memory, 1, bytes);
    return 0;
}
