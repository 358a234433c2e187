/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Up to a megabyte the C library allocates. Larger buffers are mapped from the kernel: untouched
 * pages take no memory, huge pages take fewer faults, and growing moves pages without copying them.
 *
 * The kernel clears a page on first touch, which takes up to two milliseconds for a huge page. The
 * columns of a table are filled side by side. If all began at the start of a page, all would enter
 * the next one at the same row and the thread that fills them would wait for many pages to be
 * cleared. So each buffer begins at a different offset in a huge page; small pages fill the part in
 * front of it. All buffers end with a huge page, or growing would leave small pages in the middle.
 */
#include "config.h"

#include "base/huge_buffer.h"

#include "base/memory_reserve.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define SMALL ((size_t)1 << 20)
#define HUGE_PAGE ((size_t)2 << 20)
#define STEP ((size_t)64 << 10) /* no small page is larger */

static bool is_mapped(size_t size)
{
    return size > SMALL;
}

/*
 * Returns the offset within a huge page: unchanged for an existing mapping, else hashed so that
 * buffers do not align.
 */
static size_t beginning(const struct huge_buffer *large)
{
    if (is_mapped(large->size))
        return (uintptr_t)large->data % HUGE_PAGE;
    uint64_t mixed = (uint64_t)(uintptr_t)large * UINT64_C(0x9e3779b97f4a7c15);
    return (size_t)(mixed >> 32) % (HUGE_PAGE / STEP) * STEP;
}

static void *map(size_t size, size_t begin)
{
    char *pages =
        mmap(NULL, size + HUGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED)
        return NULL;
    size_t before = (HUGE_PAGE + begin - (uintptr_t)pages % HUGE_PAGE) % HUGE_PAGE;
    if (before)
        munmap(pages, before);
    if (HUGE_PAGE - before)
        munmap(pages + before + size, HUGE_PAGE - before);
    madvise(pages + before, size, MADV_HUGEPAGE);
    return pages + before;
}

static void *grow_mapped(struct huge_buffer *large, size_t size, size_t begin)
{
    void *pages = mremap(large->data, large->size, size, 0);
    if (pages == MAP_FAILED) {
        pages = map(size, begin);
        if (!pages)
            return NULL;
        pages = mremap(large->data, large->size, size, MREMAP_MAYMOVE | MREMAP_FIXED, pages);
    }
    if (pages == MAP_FAILED)
        return NULL;
    madvise(pages, size, MADV_HUGEPAGE);
    return pages;
}

static void *map_copy(struct huge_buffer *large, size_t size, size_t begin)
{
    void *pages = map(size, begin);
    if (!pages)
        return NULL;
    if (large->size)
        memcpy(pages, large->data, large->size);
    free(large->data);
    return pages;
}

static void *grow(struct huge_buffer *large, size_t size, size_t begin)
{
    return is_mapped(large->size) ? grow_mapped(large, size, begin)
           : is_mapped(size)      ? map_copy(large, size, begin)
                                  : realloc(large->data, size);
}

bool huge_buffer_reserve(struct huge_buffer *large, size_t size)
{
    if (size <= large->size)
        return true;
    if (size > SIZE_MAX / 4)
        return false;
    if (size < large->size + large->size / 2)
        size = large->size + large->size / 2;
    size_t begin = beginning(large);
    if (is_mapped(size))
        size = (begin + size + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE - begin;
    void *data = grow(large, size, begin);
    if (!data) {
        memory_reserve_spend();
        data = grow(large, size, begin);
    }
    if (!data)
        return false;
    *large = (struct huge_buffer){data, size};
    return true;
}

void huge_buffer_release(struct huge_buffer *large)
{
    if (is_mapped(large->size))
        munmap(large->data, large->size);
    else
        free(large->data);
    *large = (struct huge_buffer){0};
}

void *huge_buffer_alloc(size_t size)
{
    void *memory = NULL;
    if (size < HUGE_PAGE / 2 || size > SIZE_MAX - HUGE_PAGE)
        return malloc(size ? size : 1);
    size_t whole = (size + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
    if (posix_memalign(&memory, HUGE_PAGE, whole) != 0)
        return NULL;
    madvise(memory, whole, MADV_HUGEPAGE);
    return memory;
}
