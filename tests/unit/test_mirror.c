/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * India and Russia in 2019 according to the IMF and UN Comtrade, in mn USD: the imports of one side
 * exceed the exports of the other by the cost of transport, and more.
 */
#include "config.h"

#include "statistic_builder.h"

#include <math.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static struct statistic_fixture *build_both(void)
{
    return build_statistic("period,reporter,partner,flow,value,unit\n"
                           "2019,India,Russia,import,6226189464,USD\n"
                           "2019,India,Russia,export,2871228560,USD\n"
                           "2019,Russian Federation,India,export,7237260000,USD\n"
                           "2018,India,Russia,export,2868.29,USD mn\n"
                           "2017,Russian Federation,India,import,3920090000,USD\n"
                           "2016,India,Russia,export,0,USD\n"
                           "2016,Russian Federation,India,import,5,USD\n"
                           "2015-01,India,Russia,export,5,USD\n"
                           "2015-02,Russian Federation,India,import,5,USD\n");
}

struct both {
    struct statistic_fixture *file;
    struct series own, other;
    struct mirror mirror;
};

static struct both make(void)
{
    struct both both = {.file = build_both()};
    both.own = *make_series(both.file);
    both.file->request.trade = (struct trade){text_of("Russia"), text_of("India"), text_of("")};
    both.other = *make_series(both.file);
    both.mirror = mirror_make(&both.file->arena, &both.own, &both.other);
    return both;
}

static const struct mirror_entry *find(const struct mirror *mirror, const char *period,
                                       enum flow flow)
{
    for (size_t i = 0; i < mirror->count; i++)
        if (period_is_equal(mirror->entries[i].period, period_of(period)) &&
            mirror->entries[i].flow == flow)
            return &mirror->entries[i];
    fail();
    return NULL;
}

static void the_ratio_is_the_importers_value_over_the_exporters(void **state)
{
    (void)state;
    struct both both = make();
    const struct mirror_entry *imports = find(&both.mirror, "2019", FLOW_IMPORT);
    check_number(imports->own->value, 6226189464);
    check_number(imports->other->value, 7237260000);
    check_number(imports->ratio, 6226189464.0 / 7237260000.0);
    assert_null(imports->reason);
    free_statistic(both.file);
}

static void a_missing_mirror_is_named(void **state)
{
    (void)state;
    struct both both = make();
    const struct mirror_entry *exports = find(&both.mirror, "2019", FLOW_EXPORT);
    assert_null(exports->other);
    assert_true(isnan(exports->ratio));
    assert_string_equal(exports->reason, "no mirror");
    /* What only the partner reports is shown as the reporter's exports. */
    const struct mirror_entry *alone = find(&both.mirror, "2017", FLOW_EXPORT);
    assert_null(alone->own);
    check_number(alone->other->value, 3920090000);
    assert_string_equal(alone->reason, "the partner alone reports");
    assert_string_equal(find(&both.mirror, "2016", FLOW_EXPORT)->reason, "no exports to divide by");
    assert_string_equal(find(&both.mirror, "2015", FLOW_EXPORT)->reason,
                        "another part of the period");
    struct mirror none = mirror_make(&both.file->arena, &both.own, NULL);
    assert_int_equal(none.count, both.own.count);
    assert_string_equal(none.entries[0].reason, "no mirror");
    free_statistic(both.file);
}

static void the_difference_is_explained(void **state)
{
    (void)state;
    struct both both = make();
    struct statistic_fixture *dgcis = build_statistic("period,flow,value,unit\n"
                                                      "FY2019-20,import,7093.01,USD mn\n");
    dgcis->dataset.mapping.note = xstrdup("provisional");
    const struct series *fiscal = make_series(dgcis);
    const struct stated_sum calendar = {series_find(&both.own, period_of("2019"), FLOW_IMPORT),
                                        &both.own, text_of("comtrade.csv")};
    const struct stated_sum other = {fiscal->sums, fiscal, text_of("dgcis.csv")};
    struct buffer text = {0};
    mirror_notes_write(&text, &calendar, &other);
    /* (7093.01 - 6226.189464) / 7093.01 = 12.2 % */
    assert_string_equal(text.data,
                        "12.2 % apart\n"
                        "another period: 2019 is 2019-01 to 2019-12, FY2019-20 is 2019-04 to "
                        "2020-03\n"
                        "another source: comtrade.csv, dgcis.csv; sources differ in revisions, "
                        "exchange rates and in who counts as partner\n"
                        "dgcis.csv, note: provisional");
    buffer_truncate(&text, 0);
    const struct stated_sum mirror = {series_find(&both.other, period_of("2019"), FLOW_EXPORT),
                                      &both.other, text_of("comtrade.csv")};
    mirror_notes_write(&text, &calendar, &mirror);
    assert_string_equal(text.data,
                        "14.0 % apart\n"
                        "another reporter: India, Russia; imports usually include insurance and "
                        "freight (CIF), exports do not (FOB)");
    buffer_release(&text);
    free_statistic(dgcis);
    free_statistic(both.file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_ratio_is_the_importers_value_over_the_exporters),
        cmocka_unit_test(a_missing_mirror_is_named),
        cmocka_unit_test(the_difference_is_explained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
