/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files are laid out as the kernel documentation of control groups describes. */
#include "config.h"

#include "base/memory_limit.h"

#include "base/buffer.h"
#include "base/error.h"
#include "base/paths.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

static char root[] = "/tmp/tradescope-test-XXXXXX";

static void put(const char *name, const char *content)
{
    struct error error = {0};
    struct buffer path = {0};
    buffer_printf(&path, "%s%s", root, name);
    *strrchr(path.data, '/') = '\0';
    assert_true(path_make_folder(path.data, &error));
    path.data[strlen(path.data)] = '/';
    FILE *file = fopen(path.data, "w");
    assert_non_null(file);
    fputs(content, file);
    fclose(file);
    buffer_release(&path);
}

static int remove_tree(void **state)
{
    (void)state;
    struct buffer command = {0};
    buffer_printf(&command, "rm -rf %s/*", root);
    int status = system(command.data);
    buffer_release(&command);
    return status;
}

static int begin(void **state)
{
    (void)state;
    return mkdtemp(root) ? 0 : -1;
}

static int end(void **state)
{
    return remove_tree(state) || rmdir(root);
}

static void version_2_counts_all_that_a_group_is_in(void **state)
{
    (void)state;
    put("/proc/self/cgroup", "0::/user.slice/shell.scope\n");
    put("/sys/fs/cgroup/user.slice/shell.scope/memory.max", "max\n");
    assert_true(memory_limit_of_groups(root) == UINT64_MAX);
    put("/sys/fs/cgroup/user.slice/memory.max", "1073741824\n");
    assert_int_equal(memory_limit_of_groups(root), 1073741824);
    put("/sys/fs/cgroup/user.slice/shell.scope/memory.max", "536870912\n");
    assert_int_equal(memory_limit_of_groups(root), 536870912);
}

static void version_1_has_a_tree_for_memory(void **state)
{
    (void)state;
    put("/proc/self/cgroup", "9:cpu,cpuacct:/a\n8:memory:/a/b\n1:name=systemd:/x\n");
    put("/sys/fs/cgroup/memory/a/memory.limit_in_bytes", "268435456\n");
    put("/sys/fs/cgroup/memory/a/b/memory.limit_in_bytes", "9223372036854771712\n");
    assert_int_equal(memory_limit_of_groups(root), 268435456);
}

/* The path is that of the host; the top of the mounted hierarchy is the container's own group. */
static void a_container_has_its_limit_at_the_top(void **state)
{
    (void)state;
    put("/proc/self/cgroup", "0::/\n");
    put("/sys/fs/cgroup/memory.max", "134217728\n");
    assert_int_equal(memory_limit_of_groups(root), 134217728);
    put("/proc/self/cgroup", "0::/docker/0123/..\n");
    assert_int_equal(memory_limit_of_groups(root), 134217728);
}

static void without_groups_there_is_no_limit(void **state)
{
    (void)state;
    assert_true(memory_limit_of_groups(root) == UINT64_MAX);
    put("/proc/self/cgroup", "nonsense\n\n0:memory\n");
    assert_true(memory_limit_of_groups(root) == UINT64_MAX);
}

static void the_limit_on_addresses_counts(void **state)
{
    (void)state;
    struct rlimit usual, low;
    assert_int_equal(getrlimit(RLIMIT_AS, &usual), 0);
    low = (struct rlimit){(rlim_t)1 << 46, usual.rlim_max};
    assert_true(memory_limit() < (uint64_t)1 << 46);
    low.rlim_cur = memory_limit() / 2 > 1u << 28 ? memory_limit() / 2 : 1u << 28;
    assert_int_equal(setrlimit(RLIMIT_AS, &low), 0);
    uint64_t limit = memory_limit();
    setrlimit(RLIMIT_AS, &usual);
    assert_true(limit <= low.rlim_cur);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(version_2_counts_all_that_a_group_is_in, remove_tree),
        cmocka_unit_test_teardown(version_1_has_a_tree_for_memory, remove_tree),
        cmocka_unit_test_teardown(a_container_has_its_limit_at_the_top, remove_tree),
        cmocka_unit_test_teardown(without_groups_there_is_no_limit, remove_tree),
        cmocka_unit_test(the_limit_on_addresses_counts),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
