/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as what lies in the user's folders: the store of scenarios, a history, a format of the
 * user's own, by the first byte. What is saved there is found again, and what was there stays.
 */
#include "config.h"

#include "command/scenario_store.h"
#include "data/format/format_list.h"
#include "scratch.h"
#include "ui/past_lines.h"

#include "base/paths.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char *const folders[] = {".local/state/tradescope", ".config/tradescope/formats"};

static void make_folders(void)
{
    struct error error = {0};
    scratch_enter();
    for (size_t i = 0; i < 2; i++)
        require(path_make_folder(folders[i], &error));
}

static size_t count_scenarios(const char *name, const char *text, bool *is_found)
{
    struct scenario_store store = {0};
    struct error error = {0};
    require(scenario_store_read(&store, "fuzz", &error));
    *is_found = false;
    for (size_t i = 0; i < store.count; i++)
        *is_found = *is_found || (strcmp(store.items[i].name, name) == 0 &&
                                  strcmp(store.items[i].text, text) == 0);
    size_t count = store.count;
    scenario_store_release(&store);
    return count;
}

static void check_scenarios(struct text bytes)
{
    struct error error = {0};
    bool is_found;
    scratch_write(".local/state/tradescope/scenarios", bytes);
    count_scenarios("", "", &is_found);
    require(scenario_store_save("fuzz", "mine of the fuzzer", "exports=+1%", &error));
    size_t count = count_scenarios("mine of the fuzzer", "exports=+1%", &is_found);
    require(is_found);
    require(scenario_store_save("other", "name", "exports=+2%", &error));
    require(count_scenarios("mine of the fuzzer", "exports=+1%", &is_found) == count && is_found);
}

static void check_history(struct text bytes)
{
    size_t before, after;
    scratch_write(".local/state/tradescope/history-fuzz", bytes);
    char *const *lines = past_lines("fuzz", &before);
    for (size_t i = 0; i < before; i++)
        require(*lines[i] && !strchr(lines[i], '\n'));
    past_lines_add("fuzz", "entered by the fuzzer");
    past_lines_release(); /* so that it is read again */
    lines = past_lines("fuzz", &after);
    require(after > 0 && strcmp(lines[after - 1], "entered by the fuzzer") == 0);
    require(after <= PAST_LINES_LIMIT && (after == before + 1 || after == before));
    past_lines_release();
}

static void check_formats(struct text bytes)
{
    struct format_list list = {0};
    struct buffer out = {0};
    scratch_write(".config/tradescope/formats/own.format", bytes);
    format_list_read_folder(&list, ".config/tradescope/formats");
    require((list.count == 1) == (list.problems.count == 0));
    format_list_write(&list, &out);
    buffer_release(&out);
    format_list_release(&list);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static void (*const checks[])(struct text bytes) = {check_scenarios, check_history,
                                                        check_formats};
    make_folders();
    if (size)
        checks[data[0] % 3]((struct text){(const char *)data + 1, size - 1});
    return 0;
}
