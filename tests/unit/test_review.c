/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/review.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define HEADER "kind,period,reporter,partner,flow,value,unit,source,quote,note,id\n"
#define EXPORTS "figure,2023,India,Russia,export,4.26,USD bn,a,\"Exports, \"\"4.26\"\" bn\",,\n"
#define IMPORTS "figure,2023,India,Russia,import,61.44,USD bn,a,Imports,in doubt,\n"
#define NO_FLOW "figure,2023,India,Russia,,65.7,USD bn,a,Trade,,\n"

struct fixture {
    char folder[32], proposals[64], claims[64];
    struct review review;
    struct error error;
};

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void assert_file(const char *path, const char *expected)
{
    char text[2048];
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t length = fread(text, 1, sizeof text - 1, file);
    text[length] = '\0';
    fclose(file);
    assert_string_equal(text, expected);
}

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    assert_non_null(fixture);
    strcpy(fixture->folder, "/tmp/reviewXXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    snprintf(fixture->proposals, sizeof fixture->proposals, "%s/proposals.csv", fixture->folder);
    snprintf(fixture->claims, sizeof fixture->claims, "%s/claims.csv", fixture->folder);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    review_release(&fixture->review);
    error_release(&fixture->error);
    unlink(fixture->proposals);
    unlink(fixture->claims);
    rmdir(fixture->folder);
    free(fixture);
    return 0;
}

static struct review *start(struct fixture *fixture, const char *proposals)
{
    write_file(fixture->proposals, proposals);
    assert_true(review_open(&fixture->review, fixture->proposals, &fixture->error));
    assert_true(review_set_target(&fixture->review, fixture->claims, &fixture->error));
    return &fixture->review;
}

static void check_judgement(const struct review *review, const char *problem,
                            const char *comparison)
{
    struct judgement judgement;
    review_judge(review, NULL, &judgement);
    buffer_puts(&judgement.problem, "");
    buffer_puts(&judgement.comparison, "");
    assert_string_equal(judgement.problem.data, problem);
    assert_string_equal(judgement.comparison.data, comparison);
    judgement_release(&judgement);
}

static void what_is_taken_is_in_the_file_at_once(void **state)
{
    struct fixture *fixture = *state;
    struct review *review = start(fixture, HEADER EXPORTS IMPORTS);
    check_judgement(review, "", "");
    assert_true(review_take(review, &fixture->error));
    assert_file(fixture->claims,
                "id,kind,date,period,reporter,partner,flow,product,measure,scope,value,unit,"
                "qualifier,base,text,quote,speaker,source,title,publisher,published,url,note\n"
                "a-01,figure,,2023,India,Russia,export,,,,4.26,USD bn,,,,"
                "\"Exports, \"\"4.26\"\" bn\",,a,,,,,\n");
    assert_true(review_advance(review, false));
    assert_true(review_take(review, &fixture->error));
    assert_string_equal(review->items[1].cells[FIELD_ID], "a-02");
    assert_false(review_advance(review, false));
    assert_int_equal(review_count_of(review, DECISION_TAKEN), 2);
}

/* In the order of its columns, with its separator, and with a line end that it lacked. */
static void a_claims_file_keeps_its_columns(void **state)
{
    struct fixture *fixture = *state;
    write_file(fixture->claims, "quote;id;kind;value;unit;period;flow;partner;reporter;source;own\n"
                                "x;a-01;event;;;;;;;;mine");
    struct review *review = start(fixture, HEADER EXPORTS);
    assert_true(review_take(review, &fixture->error));
    assert_file(
        fixture->claims,
        "quote;id;kind;value;unit;period;flow;partner;reporter;source;own\n"
        "x;a-01;event;;;;;;;;mine\n"
        "\"Exports, \"\"4.26\"\" bn\";a-02;figure;4.26;USD bn;2023;export;Russia;India;a;\n");
}

static void a_field_without_a_column_is_not_lost(void **state)
{
    struct fixture *fixture = *state;
    write_file(fixture->claims, "kind,period,flow,value,unit\nfigure,2020,export,1,USD bn\n");
    struct review *review = start(fixture, HEADER EXPORTS);
    assert_false(review_take(review, &fixture->error));
    assert_non_null(strstr(fixture->error.text, "has no column reporter for `India`"));
    assert_file(fixture->claims, "kind,period,flow,value,unit\nfigure,2020,export,1,USD bn\n");
}

static void what_is_there_is_said(void **state)
{
    struct fixture *fixture = *state;
    write_file(fixture->claims, HEADER "figure,2023,India,Russia,export,4.26,USD bn,b,,,here\n"
                                       "figure,2023,India,Russia,import,50,USD bn,b,,,other\n");
    struct review *review = start(fixture, HEADER EXPORTS IMPORTS);
    check_judgement(review, "", "already there, agrees: both say 4.26 (here)");
    assert_true(review_advance(review, true));
    /* [61.435, 61.445] against [49.5, 50.5]: 10.935 of 61.435 */
    check_judgement(review, "",
                    "already there, conflict: 61.44 is above 49.5 to 50.5, 17.8 % apart (other)");
}

static void a_doubt_is_a_note_or_what_is_missing(void **state)
{
    struct fixture *fixture = *state;
    struct review *review = start(fixture, HEADER EXPORTS NO_FLOW EXPORTS IMPORTS);
    assert_true(review_advance(review, true));
    assert_int_equal(review->at, 1);
    check_judgement(review,
                    "flow: is empty, but every figure needs it; write export, import or total, or "
                    "name a measure",
                    "");
    review_set(review, FIELD_FLOW, text_of(" total "));
    check_judgement(review, "", "");
    assert_true(review_advance(review, true));
    assert_int_equal(review->at, 3);
}

static void a_decision_can_be_taken_back(void **state)
{
    struct fixture *fixture = *state;
    write_file(fixture->claims, HEADER);
    struct review *review = start(fixture, HEADER EXPORTS IMPORTS);
    assert_false(review_step_back(review, &fixture->error));
    assert_true(review_take(review, &fixture->error));
    assert_true(review_advance(review, false));
    review_drop(review);
    assert_true(review_step_back(review, &fixture->error));
    assert_int_equal(review->at, 1);
    assert_true(review_step_back(review, &fixture->error));
    assert_int_equal(review->at, 0);
    assert_file(fixture->claims, HEADER);
}

/* A doubt is not written into the claims file. */
static void a_column_of_doubts_is_for_the_reviewer(void **state)
{
    struct fixture *fixture = *state;
    write_file(fixture->claims, "kind,quote,note\n");
    struct review *review =
        start(fixture, "doubt,kind,quote,note\n,event,a,a remark\nwhich year?,event,b,\n");
    assert_false(review_is_doubtful(review, 0));
    assert_true(review_advance(review, true));
    assert_int_equal(review->at, 1);
    assert_true(review_take(review, &fixture->error));
    assert_file(fixture->claims, "kind,quote,note\nevent,b,\n");
}

/* What somebody else appended is never removed. */
static void rows_of_others_stay(void **state)
{
    struct fixture *fixture = *state;
    struct review *review = start(fixture, HEADER EXPORTS);
    assert_true(review_take(review, &fixture->error));
    FILE *file = fopen(fixture->claims, "a");
    assert_non_null(file);
    fputs("more\n", file);
    fclose(file);
    assert_false(review_step_back(review, &fixture->error));
    assert_non_null(strstr(fixture->error.text, "other rows have followed it"));
}

static void other_files_are_refused(void **state)
{
    struct fixture *fixture = *state;
    write_file(fixture->proposals, "a,b\n1,2\n");
    assert_false(review_open(&fixture->review, fixture->proposals, &fixture->error));
    assert_non_null(strstr(fixture->error.text, "has no column `kind`"));
    review_release(&fixture->review);
    error_release(&fixture->error);
    write_file(fixture->proposals, HEADER EXPORTS);
    assert_true(review_open(&fixture->review, fixture->proposals, &fixture->error));
    write_file(fixture->claims, "year,amount\n2020,5\n");
    assert_false(review_set_target(&fixture->review, fixture->claims, &fixture->error));
    assert_non_null(strstr(fixture->error.text, "is no claims file"));
    assert_false(review_set_target(&fixture->review, fixture->folder, &fixture->error));
    assert_non_null(strstr(fixture->error.text, "is no regular file"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_taken_is_in_the_file_at_once),
        TEST(a_claims_file_keeps_its_columns),
        TEST(a_field_without_a_column_is_not_lost),
        TEST(what_is_there_is_said),
        TEST(a_doubt_is_a_note_or_what_is_missing),
        TEST(a_decision_can_be_taken_back),
        TEST(a_column_of_doubts_is_for_the_reviewer),
        TEST(rows_of_others_stay),
        TEST(other_files_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
