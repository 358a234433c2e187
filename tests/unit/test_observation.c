/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/observation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdint.h>

#include "dataset_builder.h"
#include "tests/unit/locations.h"

static struct observation_list observe_all(const struct dataset *dataset)
{
    struct row_set rows = row_set_all(table_row_count(dataset->table));
    struct observation_list list = observation_list_make(dataset, NULL, &rows);
    row_set_release(&rows);
    return list;
}

static void total_of_three_articles(void **state)
{
    (void)state;
    struct dataset dataset;
    build_example(&dataset);
    struct observation_list list = observe_all(&dataset);
    const struct observation *total = observation_of_row(&list, 7);
    assert_int_equal(total->shown, 7);
    assert_int_equal(total->claims.count, 3);
    assert_int_equal(total->claims.rows[0], 7);
    assert_int_equal(total->claims.rows[1], 0);
    assert_int_equal(total->claims.rows[2], 11);
    assert_int_equal(total->source_count, 3);
    assert_int_equal(total->agreement, AGREEMENT_CLOSE); /* 65.7 against nearly 65 */
    assert_ptr_equal(observation_of_row(&list, 0), total);
    assert_ptr_equal(observation_of_row(&list, 11), total);
    const struct observation *exports = observation_of_row(&list, 2);
    assert_int_equal(exports->shown, 8);
    assert_int_equal(exports->agreement, AGREEMENT_AGREE); /* 4.26 is below 5 */
    assert_int_equal(observation_of_row(&list, 9)->agreement, AGREEMENT_SINGLE);
    observation_list_release(&list);
    dataset_release(&dataset);
}

static void every_figure_has_one_observation(void **state)
{
    (void)state;
    struct dataset dataset;
    build_example(&dataset);
    struct observation_list list = observe_all(&dataset);
    /* total, target, exports, growth 2023, growth FY2023-24, imports, rank */
    assert_int_equal(list.count, 7);
    assert_null(observation_of_row(&list, 5)); /* an event */
    assert_null(observation_of_row(&list, 12));
    assert_null(observation_of_row(&list, SIZE_MAX));
    size_t claims = 0;
    for (size_t i = 0; i < list.count; i++) {
        claims += list.items[i].claims.count;
        for (size_t j = 0; j < list.items[i].claims.count; j++)
            assert_ptr_equal(observation_of_row(&list, list.items[i].claims.rows[j]),
                             &list.items[i]);
    }
    assert_int_equal(claims, 11);
    assert_ptr_equal(observation_of_row(&list, 0), &list.items[0]);
    assert_ptr_equal(observation_of_row(&list, 1), &list.items[1]);
    observation_list_release(&list);
    dataset_release(&dataset);
}

static void targets_of_two_announcements_are_one(void **state)
{
    (void)state;
    struct dataset dataset;
    build_example(&dataset);
    struct observation_list list = observe_all(&dataset);
    const struct observation *target = observation_of_row(&list, 1);
    assert_ptr_equal(target, observation_of_row(&list, 3));
    assert_int_equal(target->agreement, AGREEMENT_AGREE);
    assert_int_equal(target->shown, 1); /* as exact as the other; July may be after 9 July */
    observation_list_release(&list);
    dataset_release(&dataset);
}

static void only_rows_that_pass(void **state)
{
    (void)state;
    struct dataset dataset;
    build_example(&dataset);
    struct row_set rows = row_set_none(table_row_count(dataset.table));
    row_set_add(&rows, 11);
    row_set_add(&rows, 0);
    struct observation_list list = observation_list_make(&dataset, NULL, &rows);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.items[0].claims.count, 2);
    assert_int_equal(list.items[0].shown, 11); /* nearly 65 is narrower than about 65 */
    assert_null(observation_of_row(&list, 7));
    observation_list_release(&list);
    row_set_release(&rows);
    dataset_release(&dataset);
}

static void nothing_gives_no_observations(void **state)
{
    (void)state;
    struct dataset dataset;
    build_dataset(&dataset);
    struct observation_list list = observe_all(&dataset);
    assert_int_equal(list.count, 0);
    assert_null(observation_of_row(&list, 0));
    observation_list_release(&list);
    dataset_release(&dataset);
}

static size_t build_stated(struct dataset *dataset, const char *value, const char *unit,
                           const char *qualifier, const char *date)
{
    return build_row(
        dataset, CELLS([FIELD_KIND] = "figure", [FIELD_PERIOD] = "2023", [FIELD_REPORTER] = "India",
                       [FIELD_PARTNER] = "Russia", [FIELD_FLOW] = "export", [FIELD_VALUE] = value,
                       [FIELD_UNIT] = unit, [FIELD_QUALIFIER] = qualifier, [FIELD_DATE] = date));
}

static size_t shown_of_all(struct dataset *dataset)
{
    struct observation_list list = observe_all(dataset);
    assert_int_equal(list.count, 1);
    size_t shown = list.items[0].shown;
    observation_list_release(&list);
    dataset_release(dataset);
    return shown;
}

static void the_most_exact_claim_is_shown(void **state)
{
    (void)state;
    struct dataset dataset;

    build_dataset(&dataset); /* the narrowest relative to its value */
    build_stated(&dataset, "4.3", "USD bn", NULL, "2024-09");
    build_stated(&dataset, "4261", "USD mn", NULL, "2024-01");
    build_stated(&dataset, "4.26", "USD bn", NULL, "2024-10");
    assert_int_equal(shown_of_all(&dataset), 1);

    build_dataset(&dataset); /* then the latest stated; an undated one is the oldest */
    build_stated(&dataset, "4.26", "USD bn", NULL, NULL);
    build_stated(&dataset, "4.26", "USD bn", NULL, "1969");
    build_stated(&dataset, "4.26", "USD bn", NULL, "2024-07");
    build_stated(&dataset, "4.26", "USD bn", NULL, "2024-07-31");
    build_stated(&dataset, "4.26", "USD bn", NULL, "2024-03");
    assert_int_equal(shown_of_all(&dataset), 2);

    build_dataset(&dataset); /* an open end is the least exact of all */
    build_stated(&dataset, "4.26", "USD bn", "at least", "2024-10");
    build_stated(&dataset, "5", "USD bn", "under", "2024-07");
    assert_int_equal(shown_of_all(&dataset), 1);

    build_dataset(&dataset); /* 5 within half a unit either way, as exact as "about 5" */
    build_stated(&dataset, "5", "USD bn", "about", "2024-10");
    build_stated(&dataset, "5", "USD bn", NULL, "2024-07");
    assert_int_equal(shown_of_all(&dataset), 1);
}

static void what_sets_observations_apart(void **state)
{
    (void)state;
    struct dataset dataset;
    build_dataset(&dataset);
    build_trade(&dataset, "2023", "export", "4", "USD bn", NULL);
    build_trade(&dataset, "FY2023-24", "export", "4", "USD bn", NULL);
    build_trade(&dataset, "2023-01/2023-12", "export", "4", "USD bn", NULL);
    build_trade(&dataset, "2023", "import", "4", "USD bn", NULL);
    build_trade(&dataset, "2023", "export", "4", "INR crore", NULL);
    build_trade(&dataset, "2023", "export", "4", "t", NULL);
    const char *const base[] = {NULL, "2022", "2021", "2022"};
    for (size_t i = 0; i < 4; i++)
        build_row(&dataset, CELLS([FIELD_KIND] = "figure", [FIELD_PERIOD] = "2023",
                                  [FIELD_FLOW] = "export", [FIELD_MEASURE] = "growth",
                                  [FIELD_VALUE] = "7", [FIELD_UNIT] = "%", [FIELD_BASE] = base[i]));
    struct observation_list list = observe_all(&dataset);
    assert_int_equal(list.count, 8);
    assert_ptr_equal(observation_of_row(&list, 6), observation_of_row(&list, 7));
    assert_ptr_equal(observation_of_row(&list, 6), observation_of_row(&list, 9));
    observation_list_release(&list);
    dataset_release(&dataset);
}

static void many_claims_on_one_thing(void **state)
{
    (void)state;
    struct dataset dataset;
    build_dataset(&dataset);
    for (size_t i = 0; i < 20000; i++)
        build_stated(&dataset, i == 12345 ? "4.26" : "4.3", "USD bn", NULL, NULL);
    struct observation_list list = observe_all(&dataset);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.items[0].shown, 12345);
    assert_int_equal(list.items[0].source_count, 0); /* none is named */
    assert_int_equal(list.items[0].claims.rows[1], 0);
    assert_int_equal(list.items[0].claims.rows[12345], 12344);
    assert_int_equal(list.items[0].claims.rows[12346], 12346);
    observation_list_release(&list);
    dataset_release(&dataset);
}

static size_t draw(uint64_t *state, size_t limit)
{
    /* xorshift64* (Vigna 2016) */
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return (size_t)((*state * 0x2545F4914F6CDD1Du) >> 33) % limit;
}

#define ONE_OF(...)                                                                              \
    ((const char *const[]){__VA_ARGS__})[draw(seed, sizeof((const char *const[]){__VA_ARGS__}) / \
                                                        sizeof(const char *))]

static void build_random(struct dataset *dataset, uint64_t *seed)
{
    bool is_growth = draw(seed, 3) == 0;
    if (draw(seed, 12) == 0) {
        build_row(dataset, CELLS([FIELD_KIND] = "event", [FIELD_DATE] = "2024-07-08"));
        return;
    }
    build_row(dataset,
              CELLS([FIELD_KIND] = ONE_OF("figure", "figure", "target", "forecast"),
                    [FIELD_PERIOD] = ONE_OF("2023", "FY2023-24", "fy2023-24", "2022/2023", NULL),
                    [FIELD_DATE] = ONE_OF(NULL, "2024"), [FIELD_SPEAKER] = ONE_OF(NULL, "IMF"),
                    [FIELD_SCOPE] = ONE_OF(NULL, NULL, NULL, "EU"),
                    [FIELD_BASE] = ONE_OF(NULL, NULL, "2022", "FY2022-23"),
                    [FIELD_REPORTER] = ONE_OF("India", "India", "india", "Nowhere"),
                    [FIELD_PARTNER] = ONE_OF("Russia", "Russian Federation", NULL),
                    [FIELD_FLOW] = ONE_OF("export", "EXPORT", "import"),
                    [FIELD_PRODUCT] = ONE_OF(NULL, NULL, "oil"),
                    [FIELD_MEASURE] = is_growth ? ONE_OF("growth", "average growth")
                                                : ONE_OF(NULL, "value", "change"),
                    [FIELD_VALUE] = ONE_OF("4", "4.3", "5"),
                    [FIELD_UNIT] = is_growth ? "%" : ONE_OF("USD bn", "USD mn", "EUR"),
                    [FIELD_SOURCE] = ONE_OF(NULL, "000", "001")));
}

/* Compares observations by keys with pairs of claims, one by one. */
static void are_the_same_as_claims_two_by_two(void **state)
{
    (void)state;
    enum { ROWS = 700 };
    struct error error = {0};
    struct country_list *countries = country_list_read(SHIPPED_DATA "countries.csv", &error);
    assert_non_null(countries);
    struct dataset dataset;
    uint64_t seed = 2030;
    build_dataset(&dataset);
    for (size_t i = 0; i < ROWS; i++)
        build_random(&dataset, &seed);
    struct row_set rows = row_set_all(ROWS);
    struct observation_list list = observation_list_make(&dataset, countries, &rows);
    for (size_t a = 0; a < ROWS; a++) {
        struct claim claim = dataset_claim(&dataset, a);
        for (size_t b = 0; b < ROWS; b++) {
            struct claim other = dataset_claim(&dataset, b);
            bool is_one = observation_of_row(&list, a) &&
                          observation_of_row(&list, a) == observation_of_row(&list, b);
            if (is_one != observation_is_same(countries, &claim, &other))
                fail_msg("rows %zu and %zu", a, b);
        }
    }
    observation_list_release(&list);
    row_set_release(&rows);
    dataset_release(&dataset);
    country_list_free(countries);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(total_of_three_articles),
        cmocka_unit_test(every_figure_has_one_observation),
        cmocka_unit_test(targets_of_two_announcements_are_one),
        cmocka_unit_test(only_rows_that_pass),
        cmocka_unit_test(nothing_gives_no_observations),
        cmocka_unit_test(the_most_exact_claim_is_shown),
        cmocka_unit_test(what_sets_observations_apart),
        cmocka_unit_test(many_claims_on_one_thing),
        cmocka_unit_test(are_the_same_as_claims_two_by_two),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
