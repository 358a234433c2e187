/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace_builder.h"

#include "base/memory.h"
#include "base/paths.h"
#include "model/file_loading.h"
#include "model/opening.h"
#include "tests/unit/locations.h"
#include "view/panes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

const char *const SIX_CLAIMS =
    "id,kind,date,period,reporter,partner,flow,value,unit,qualifier,text,quote,source,mood\n"
    "x,figure,2024-07,FY2023-24,India,Russia,export,4.26,USD bn,,Exports,"
    "Exports were $4.26 billion and imports $61.44 billion,003,calm\n"
    "m,figure,2024-07,FY2023-24,India,Russia,import,61.44,USD bn,nearly,Imports,"
    "Exports were $4.26 billion and imports $61.44 billion,003,calm\n"
    "r,figure,2024-10,FY2023-24,India,Russia,export,5,USD bn,under,Exports below five,"
    "Exports fell below $5 billion,000,\n"
    "t,target,2024-07,2030,India,Russia,total,100,USD bn,,Target,$100 billion by 2030,000,\n"
    "e,event,2024-07-08,,India,Russia,,,,,Visit,\"He came, and \"\"saw\"\"\",000,glad\n"
    "c,figure,2024-07,FY2023-24,India,China,import,101.7,USD bn,,Chinese imports,"
    "China sold 101.7 billion,005,\n";

char *make_folder(void)
{
    const char *base = getenv("TMPDIR");
    char *folder = path_join(base ? base : "/tmp", "tradescope.XXXXXX");
    assert_non_null(mkdtemp(folder));
    return folder;
}

void start_workspace(struct workspace *workspace, const char *const *paths, size_t count)
{
    struct model *model = xcalloc(1, sizeof *model);
    model_start(model, paths, count, (struct load_hints){0});
    workspace_init(workspace, &pane_set, model, (struct look){0});
}

void open_workspace(struct workspace *workspace, const char *path)
{
    start_workspace(workspace, &path, 1);
    model_finish_loading(workspace->model);
    workspace_update(workspace);
}

void close_workspace(struct workspace *workspace)
{
    struct model *model = workspace->model;
    workspace_release(workspace);
    model_release(model);
    free(model);
}

void build_workspace(struct workspace *workspace, const char *csv)
{
    setenv("TRADESCOPE_DATADIR", SHIPPED_DATA, 1);
    if (!csv) {
        open_workspace(workspace, SHIPPED_DATA "india-russia.csv");
        return;
    }
    char *folder = make_folder(), *path = path_join(folder, "claims.csv");
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(csv, file) >= 0 && fclose(file) == 0);
    open_workspace(workspace, path);
    unlink(path);
    rmdir(folder);
    free(path);
    free(folder);
}

char *read_whole(const char *path)
{
    FILE *file = fopen(path, "r");
    struct buffer content = {0};
    if (!file)
        return NULL;
    for (int byte; (byte = getc(file)) != EOF;)
        buffer_putc(&content, (char)byte);
    fclose(file);
    return buffer_take(&content);
}
