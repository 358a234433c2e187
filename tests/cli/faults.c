/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Preloaded by faults.sh, so that the program meets what a machine does on a bad day. Each is asked
 * for by a variable:
 *
 *     FAULT_MEMORY=N            the Nth request for memory fails
 *     FAULT_MEMORY_FROM=N       that and all later ones fail
 *     FAULT_SHORT=1             reads give few bytes, and every other one is interrupted
 *     FAULT_ERROR=N             the Nth read and all later ones are errors
 *     FAULT_ONCE=N              the Nth read alone is one
 *     FAULT_SIZE=N:BYTES        before the Nth read, the file is cut or grows to this number of
 * bytes FAULT_LINK=1              a file cannot have two names FAULT_RENAME=1            a file
 * cannot be renamed on a condition
 *
 * Single calls that fail are in faults_calls.c. FAULT_FILE names the file whose reads are meant.
 * Each says on standard error that it came about, so that the test knows when N is past the last.
 */
#include "config.h"

#include "faults_calls.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* glibc's own names of what is replaced here. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

static long failing_request, failing_from, failing_read, failing_once, resizing_read, size_then;
static const char *file_name;
static struct stat file_status;
static bool is_short, has_no_links, has_no_conditions;
static atomic_long requests, reads;

static long number_in(const char *variable)
{
    const char *value = getenv(variable);
    return value ? atol(value) : 0;
}

__attribute__((constructor)) static void prepare(void)
{
    atomic_store(&requests, 0);
    failing_request = number_in("FAULT_MEMORY");
    failing_from = number_in("FAULT_MEMORY_FROM");
    failing_read = number_in("FAULT_ERROR");
    failing_once = number_in("FAULT_ONCE");
    is_short = number_in("FAULT_SHORT");
    has_no_links = number_in("FAULT_LINK");
    has_no_conditions = number_in("FAULT_RENAME");
    resizing_read = number_in("FAULT_SIZE");
    size_then = resizing_read ? atol(strchr(getenv("FAULT_SIZE"), ':') + 1) : 0;
    file_name = getenv("FAULT_FILE");
    if (file_name && stat(file_name, &file_status) != 0)
        abort();
}

static void say(const char *what)
{
    ssize_t written = write(STDERR_FILENO, what, strlen(what));
    (void)written;
}

/* --- memory --- */

/* libarchive 3.6 does not survive it when it opens an archive, which is not ours to mend. */
static bool is_spared(void *caller)
{
    Dl_info library;
    return dladdr(caller, &library) && strstr(library.dli_fname, "libarchive");
}

static bool fails(void *caller)
{
    long request = atomic_fetch_add(&requests, 1) + 1;
    if (request != failing_request && (!failing_from || request < failing_from))
        return false;
    bool is_first = request == failing_request || request == failing_from;
    if (is_spared(caller)) {
        if (is_first)
            say("fault: spared\n");
        return false;
    }
    if (is_first)
        say("fault: no memory\n");
    errno = ENOMEM;
    return true;
}

#define FAILS() fails(__builtin_return_address(0))

void *malloc(size_t size)
{
    return FAILS() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return FAILS() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return FAILS() ? NULL : __libc_realloc(old, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size)
{
    *memory = FAILS() ? NULL : __libc_memalign(alignment, size);
    return *memory ? 0 : ENOMEM;
}

void *reallocarray(void *old, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) {
        errno = ENOMEM;
        return NULL;
    }
    return FAILS() ? NULL : __libc_realloc(old, bytes);
}

/* What is large is asked for in pages. */
void *mmap(void *place, size_t size, int protection, int flags, int file, off_t offset)
{
    if ((flags & MAP_ANONYMOUS) && FAILS())
        return MAP_FAILED;
    return (void *)syscall(SYS_mmap, place, size, protection, flags, file, offset);
}

void *mremap(void *old, size_t old_size, size_t size, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    void *place = flags & MREMAP_FIXED ? va_arg(arguments, void *) : NULL;
    va_end(arguments);
    return FAILS() ? MAP_FAILED : (void *)syscall(SYS_mremap, old, old_size, size, flags, place);
}

/* --- reading --- */

static bool is_meant(int file)
{
    struct stat status;
    return file_name && fstat(file, &status) == 0 && status.st_dev == file_status.st_dev &&
           status.st_ino == file_status.st_ino;
}

/* Returns true if this read fails; otherwise may shorten it. */
static bool disturb(int file, size_t *size)
{
    if (!is_meant(file))
        return false;
    long number = atomic_fetch_add(&reads, 1) + 1;
    if (number == resizing_read) {
        say("fault: another size\n");
        if (truncate(file_name, size_then) != 0)
            abort();
    }
    if (number == failing_once || (failing_read && number >= failing_read)) {
        say("fault: input/output error\n");
        errno = EIO;
        return true;
    }
    if (!is_short)
        return false;
    *size = *size < 7 ? *size : (size_t)(number % 7 + 1);
    errno = EINTR;
    return number % 2 == 0;
}

ssize_t read(int file, void *to, size_t size)
{
    return disturb(file, &size) ? -1 : syscall(SYS_read, file, to, size);
}

ssize_t pread(int file, void *to, size_t size, off_t offset)
{
    return disturb(file, &size) ? -1 : syscall(SYS_pread64, file, to, size, offset);
}

#ifndef _FILE_OFFSET_BITS /* or it is the same */
ssize_t pread64(int file, void *to, size_t size, off_t offset)
{
    return pread(file, to, size, offset);
}
#endif

/* --- names --- */

int link(const char *from, const char *to)
{
    if (!has_no_links)
        return (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
    say("fault: no links\n");
    errno = EPERM;
    return -1;
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
    if (fault_call_fails("renameat2"))
        return -1;
    if (!has_no_conditions)
        return (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
    say("fault: no conditions\n");
    errno = EINVAL;
    return -1;
}
