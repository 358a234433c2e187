/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/command.h"

#include "base/array.h"
#include "command/actions.h"

#define NO_ARGUMENT ARGUMENT_NONE, false, NULL, NULL

static const struct command commands[] = {
    {"up", "k Up", GROUP_MOVE, NO_ARGUMENT, "up", "move up", action_up},
    {"down", "j Down", GROUP_MOVE, NO_ARGUMENT, "down", "move down", action_down},
    {"left", "h Left", GROUP_MOVE, NO_ARGUMENT, "left",
     "move to the column on the left; in Balance, to the exports", action_left},
    {"right", "l Right", GROUP_MOVE, NO_ARGUMENT, "right",
     "move to the column on the right; in Balance, to the imports", action_right},
    {"page-up", "PgUp ^B", GROUP_MOVE, NO_ARGUMENT, "page up", "move up by a page", action_page_up},
    {"page-down", "PgDn ^F Space", GROUP_MOVE, NO_ARGUMENT, "page down", "move down by a page",
     action_page_down},
    {"half-page-up", "^U", GROUP_MOVE, NO_ARGUMENT, "half up", "move up by half a page",
     action_half_page_up},
    {"half-page-down", "^D", GROUP_MOVE, NO_ARGUMENT, "half down", "move down by half a page",
     action_half_page_down},
    {"top", "g Home", GROUP_MOVE, NO_ARGUMENT, "top", "move to the first line", action_top},
    {"bottom", "G End", GROUP_MOVE, NO_ARGUMENT, "bottom", "move to the last line", action_bottom},
    {"goto", NULL, GROUP_MOVE, ARGUMENT_ROW, false, "ROW", NULL, "go to",
     "show a row of the file by its number in Rows; `:ROW` does so too", action_goto},

    {"next-pane", "Tab", GROUP_PANES, NO_ARGUMENT, "pane", "go to the next pane", action_next_pane},
    {"previous-pane", "S-Tab", GROUP_PANES, NO_ARGUMENT, "pane back", "go to the previous pane",
     action_previous_pane},
    {"pane", NULL, GROUP_PANES, ARGUMENT_PANE, false, "PANE", NULL, "pane",
     "go to a pane by name or number", action_pane},
    {"zoom", "z", GROUP_PANES, NO_ARGUMENT, "zoom",
     "give the pane the whole screen, or take it back", action_zoom},
    {"open", "Enter", GROUP_PANES, ARGUMENT_INPUT, true, "FILE", NULL, "open",
     "drill in: from a bar to its figures, from a figure to its quote; with FILE, open that beside "
     "the files that are open",
     action_open},
    {"back", "Esc", GROUP_PANES, NO_ARGUMENT, "back", "go back one step", action_back},
    {"stop", "^C", GROUP_PANES, NO_ARGUMENT, "stop",
     "stop loading and keep what is there; when all is there, go back one step", action_stop},
    {"explain", "e", GROUP_PANES, ARGUMENT_DERIVED, true, "NAME", NULL, "explain",
     "show formula, inputs and quotes of the number at the cursor, or of NAME; `headline` "
     "for those of the sentence",
     action_explain},
    {"same-quote", "'", GROUP_PANES, NO_ARGUMENT, "same quote",
     "go to the next claim that rests on the same quote", action_same_quote},
    {"close", "q", GROUP_PANES, ARGUMENT_OPEN_FILE, true, "FILE", NULL, "close",
     "close the view, and quit at the last one; with FILE, close that file", action_close},

    {"search", "/", GROUP_SEARCH, ARGUMENT_PATTERN, false, "PATTERN", "/", "search",
     "search all columns for a regular expression", action_search},
    {"search-next", "n", GROUP_SEARCH, NO_ARGUMENT, "next", "go to the next match",
     action_search_next},
    {"search-previous", "N", GROUP_SEARCH, NO_ARGUMENT, "previous", "go to the previous match",
     action_search_previous},

    {"quick", "&", GROUP_FILTER, ARGUMENT_EXPRESSION, false, "EXPRESSION", "&", "filter",
     "show only rows that have these words in any column", action_filter},
    {"filter", "f", GROUP_FILTER, ARGUMENT_EXPRESSION, false, "EXPRESSION",
     "filter: ", "expression", "show only rows for which an expression holds", action_filter},
    {"keep", ",", GROUP_FILTER, NO_ARGUMENT, "keep", "show only rows with the value at the cursor",
     action_keep},
    {"exclude", "-", GROUP_FILTER, NO_ARGUMENT, "exclude",
     "hide the rows with the value at the cursor", action_exclude},
    {"filters", "F", GROUP_FILTER, NO_ARGUMENT, "filters",
     "list the filters, to switch, edit, remove and move them", action_filters},
    {"toggle", "x", GROUP_FILTER, NO_ARGUMENT, "on/off", "switch the listed filter off or on",
     action_toggle},
    {"delete", "d Delete", GROUP_FILTER, NO_ARGUMENT, "remove", "remove the listed filter",
     action_delete},
    {"edit", "E", GROUP_FILTER, NO_ARGUMENT, "edit", "edit the listed filter", action_edit},
    {"edit-filter", NULL, GROUP_FILTER, ARGUMENT_NUMBERED_EXPRESSION, false, "NUMBER EXPRESSION",
     NULL, "edit", "replace a filter by its number", action_edit_filter},
    {"raise", "K", GROUP_FILTER, NO_ARGUMENT, "raise", "move the listed filter up", action_raise},
    {"lower", "J", GROUP_FILTER, NO_ARGUMENT, "lower", "move the listed filter down", action_lower},
    {"sort", "s", GROUP_FILTER, ARGUMENT_COLUMN, false, "COLUMN", "sort by: ", "sort",
     "sort by a column; the same again turns the order round", action_sort},
    {"sort-ascending", "[", GROUP_FILTER, NO_ARGUMENT, "ascending",
     "sort by the column at the cursor, smallest first", action_sort_ascending},
    {"sort-descending", "]", GROUP_FILTER, NO_ARGUMENT, "descending",
     "sort by the column at the cursor, largest first", action_sort_descending},
    {"pair", "p", GROUP_FILTER, ARGUMENT_PAIR, true, "REPORTER:PARTNER", NULL, "pair",
     "choose the pair of countries", action_pair},
    {"product", "P", GROUP_FILTER, ARGUMENT_PRODUCT, true, "PRODUCT", NULL, "product",
     "choose a product: a code, a word of the files, or `all`", action_product},
    {"period", "t", GROUP_FILTER, ARGUMENT_PERIOD, true, "PERIOD", NULL, "period",
     "choose periods, 2010..2023 say, or how often: `months`; `all` for all", action_period},
    {"by", "b", GROUP_FILTER, NO_ARGUMENT, "by",
     "which products, then which partners, make the balance of the period at the cursor; Enter "
     "goes into one",
     action_by},
    {"mirror", "m", GROUP_FILTER, NO_ARGUMENT, "mirror",
     "hold both sides' reports side by side, and say why files differ", action_mirror},
    {"undo", "u", GROUP_FILTER, NO_ARGUMENT, "undo", "undo a filter, sort or choice", action_undo},
    {"redo", "^R", GROUP_FILTER, NO_ARGUMENT, "redo", "do again what was undone", action_redo},

    {"scenario", "S", GROUP_SCENARIO, ARGUMENT_SCENARIO, false, "exports=RATE,imports=RATE",
     "scenario: ", "scenario", "suppose yearly growth of exports and imports; `off` ends it",
     action_scenario},
    {"more", "+", GROUP_SCENARIO, NO_ARGUMENT, "more",
     "in Path, one point more growth a year; - takes one away", action_more},
    {"goal", "o", GROUP_SCENARIO, ARGUMENT_GOAL, false, "GOAL,imports=RATE", "goal: ", "goal",
     "find the growth that leads to target, half-balance or coverage=N%", action_goal},
    {"save-scenario", NULL, GROUP_SCENARIO, ARGUMENT_NAME, false, "NAME", NULL, "keep",
     "keep the scenario under a name", action_save_scenario},
    {"scenarios", "C", GROUP_SCENARIO, NO_ARGUMENT, "scenarios",
     "list and compare the scenarios that are kept", action_scenarios},

    {"files", NULL, GROUP_OUTPUT, NO_ARGUMENT, "files",
     "list the files that are open; Enter shows the rows of one", action_files},
    {"write", "w", GROUP_OUTPUT, ARGUMENT_FILE, false, "FILE", "write to: ", "write",
     "write what is shown to a .csv, .json, .md or .txt file", action_write},
    {"write!", NULL, GROUP_OUTPUT, ARGUMENT_FILE, false, "FILE", NULL, "write",
     "the same, and replace the file if it exists", action_overwrite},
    {"copy", "y", GROUP_OUTPUT, NO_ARGUMENT, "copy",
     "copy the quote with its citation to the clipboard (OSC 52)", action_copy},

    {"help", "? F1", GROUP_PROGRAM, ARGUMENT_TOPIC, true, "TOPIC", NULL, "help",
     "show help; TOPIC is a command, a key, a pane or `filter`", action_help},
    {"command", ":", GROUP_PROGRAM, ARGUMENT_COMMAND, false, "COMMAND", ":", "command",
     "type a command", action_command},
    {"redraw", "^L", GROUP_PROGRAM, NO_ARGUMENT, "redraw", "draw the screen anew", action_redraw},
    {"suspend", "^Z", GROUP_PROGRAM, NO_ARGUMENT, "suspend", "go to the shell; `fg` comes back",
     action_suspend},
    {"quit", "Q", GROUP_PROGRAM, NO_ARGUMENT, "quit", "quit at once", action_quit},
};

const struct command *command_list(size_t *count)
{
    *count = ARRAY_LENGTH(commands);
    return commands;
}

const char *command_group_name(enum command_group group)
{
    static const char *const names[GROUP_COUNT] = {
        [GROUP_MOVE] = "Moving",        [GROUP_PANES] = "Panes",
        [GROUP_SEARCH] = "Searching",   [GROUP_FILTER] = "Filtering, sorting, choosing",
        [GROUP_SCENARIO] = "Supposing", [GROUP_OUTPUT] = "Files",
        [GROUP_PROGRAM] = "Program",
    };
    return names[group];
}
