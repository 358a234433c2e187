/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The published files. The expected numbers were added up from the files with Python's decimal
 * module, independently of the program; those of India and Russia in 2019 are also printed by the
 * sources.
 */
#include "config.h"

#include "analysis/statistics/breakdown.h"
#include "analysis/statistics/mirror.h"
#include "analysis/statistics/series.h"
#include "base/array.h"
#include "corpus.h"
#include "data/load/loading.h"
#include "data/format/detect.h"
#include "tests/unit/locations.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct fixture {
    struct country_list *countries;
    struct format_list formats;
    struct arena arena;
};

struct opened {
    struct dataset dataset;
    struct statistic *statistic;
};

static void open_file(struct opened *opened, struct fixture *fixture, const char *name)
{
    struct recognition recognition = {.formats = &fixture->formats,
                                      .countries = fixture->countries};
    const struct load_options options = {.map = recognise, .context = &recognition};
    char path[512];
    snprintf(path, sizeof path, "%s/%s", corpus_folder(), name);
    dataset_load(&opened->dataset, path, &options);
    if (opened->dataset.form != FORM_STATISTICS)
        fail_msg("%s is no file of statistics", name);
    opened->statistic = statistic_new(&opened->dataset, fixture->countries);
}

static void close_file(struct opened *opened)
{
    statistic_free(opened->statistic);
    dataset_release(&opened->dataset);
}

static struct series series_of(struct fixture *fixture, const struct opened *opened,
                               struct trade trade, enum frequency frequency)
{
    struct series_request request = {.trade = trade, .frequencies = FREQUENCY_BIT(frequency)};
    return series_make(&fixture->arena, opened->statistic, NULL, &request);
}

static struct period period_of(const char *text)
{
    struct period period;
    assert_true(period_parse(text_of(text), &period));
    return period;
}

struct expectation {
    const char *file, *reporter, *partner, *product;
    enum frequency frequency;
    const char *period;
    enum flow flow;
    double value;
    bool is_partial;
};

#define LEGACY "comtrade_legacy/"
#define INDIA_2019 LEGACY "India_2019_TOTAL_all_partners_incl_Russia.csv"
#define MONTHLY "india_dgcis/MEIDB_monthly_by_country_2007-2020_import_export_cols.csv"
#define FISCAL "india_dgcis/Kaggle_exports_and_imports_of_india_1997-Jul2022.csv"
#define COMMODITIES "india_dgcis/Principal_Commodity_wise_export_202223.csv"
#define CHINA_INDIA LEGACY "China_India_2010_H3_old_web_variant_no_names.csv"
#define US_CHINA LEGACY "US_China_2017_12col_subset.csv"
#define CEMENT LEGACY "EU28_EUR_cement_newcodes.csv"
#define THREE_2022 "comtrade_new/CHN_DEU_USA_2022_TOTAL_all_partners_latin1_crlf.csv"
#define SERVICES "comtrade_new/CN_2022_services_EBOPS.csv"
#define CHIPS "comtrade_new/TH_HS8542_2014-2024_latin1.csv"
#define BACI "baci/BACI_HS17_2021_AFG_ZAF_exports.csv"
#define SINGAPORE "wits/WITS_query_SGP_HS2_TradeValue_in_1000_USD.csv"
#define SUMMARY "wits/en_IND_AllYears_WITS_Trade_Summary.CSV"
#define WORLD_2018 "wits/WITS-Partner_World_exports_2018_long.csv"
#define DOTS "imf_dots/DOTS_2024M2_G7_value_status_rows.csv"
#define CENSUS "us_census/USATradeOnline_Standard_Report_Exports_2.csv"
#define UNCTAD "unctad/US_TradeMerchTotal.csv"
#define NEW_ZEALAND "dirty/StatsNZ_exports_Mon-YY_period.csv"

static const struct expectation expectations[] = {
    {INDIA_2019, "India", "Russia", "", FREQUENCY_YEAR, "2019", FLOW_IMPORT, 6226189464, false},
    {INDIA_2019, "India", "Russia", "", FREQUENCY_YEAR, "2019", FLOW_EXPORT, 2871228560, false},
    /* As stated; the partners add up to 478883729007. */
    {INDIA_2019, "India", "World", "", FREQUENCY_YEAR, "2019", FLOW_IMPORT, 478883729111, false},
    {MONTHLY, "India", "Russia", "", FREQUENCY_YEAR, "2019", FLOW_IMPORT, 6236.95e6, false},
    {MONTHLY, "India", "Russia", "", FREQUENCY_YEAR, "2019", FLOW_EXPORT, 2864.83e6, false},
    {MONTHLY, "India", "Russia", "", FREQUENCY_FISCAL_YEAR, "FY2018-19", FLOW_IMPORT, 5840.44e6,
     false},
    /* Ends in January 2020. */
    {MONTHLY, "India", "Russia", "", FREQUENCY_FISCAL_YEAR, "FY2019-20", FLOW_IMPORT, 5974.25e6,
     true},
    {FISCAL, "India", "Russia", "", FREQUENCY_FISCAL_YEAR, "FY2019-20", FLOW_IMPORT, 7093.01e6,
     false},
    {FISCAL, "India", "Russia", "", FREQUENCY_FISCAL_YEAR, "FY2019-20", FLOW_EXPORT, 3017.67e6,
     false},
    {COMMODITIES, "India", "Russia", "", FREQUENCY_FISCAL_YEAR, "FY2022-23", FLOW_EXPORT, 3147.22e6,
     false},
    /* TOTAL, chapters, headings and subheadings each add up to this, or less by up to 18. */
    {CHINA_INDIA, "India", "China", "", FREQUENCY_YEAR, "2010", FLOW_IMPORT, 41249115786, false},
    {CHINA_INDIA, "India", "China", "", FREQUENCY_YEAR, "2010", FLOW_EXPORT, 17439991278, false},
    /* Chapters alone, some without their zero. */
    {US_CHINA, "USA", "China", "", FREQUENCY_YEAR, "2017", FLOW_IMPORT, 526022013512, false},
    {US_CHINA, "USA", "China", "", FREQUENCY_YEAR, "2017", FLOW_EXPORT, 129893514886, false},
    {US_CHINA, "USA", "China", "", FREQUENCY_YEAR, "2017", FLOW_RE_EXPORT, 9914664647, false},
    {CEMENT, "European Union", "Turkey", "", FREQUENCY_YEAR, "2000", FLOW_IMPORT, 37217399, false},
    {THREE_2022, "China", "USA", "", FREQUENCY_YEAR, "2022", FLOW_IMPORT, 178956829551, false},
    {THREE_2022, "USA", "China", "", FREQUENCY_YEAR, "2022", FLOW_IMPORT, 575688091172, false},
    {THREE_2022, "China", "World", "", FREQUENCY_YEAR, "2022", FLOW_EXPORT, 3593601435602, false},
    {SERVICES, "Germany", "World", "", FREQUENCY_YEAR, "2022", FLOW_IMPORT, 462002972391.27, false},
    {CHIPS, "Thailand", "World", "8542", FREQUENCY_YEAR, "2017", FLOW_IMPORT, 11141372218.53,
     false},
    {BACI, "South Africa", "India", "", FREQUENCY_YEAR, "2021", FLOW_EXPORT, 6277660921, false},
    {BACI, "South Africa", "Afghanistan", "", FREQUENCY_YEAR, "2021", FLOW_EXPORT, 57700, false},
    {BACI, "South Africa", "Afghanistan", "", FREQUENCY_YEAR, "2021", FLOW_IMPORT, 60408, false},
    {BACI, "South Africa", "World", "", FREQUENCY_YEAR, "2021", FLOW_EXPORT, 68691799014, false},
    {SINGAPORE, "Singapore", "Malaysia", "", FREQUENCY_YEAR, "2022", FLOW_IMPORT, 59403566431,
     false},
    /* The file also has 16 sections, and four stages of processing. */
    {SUMMARY, "India", "World", "", FREQUENCY_YEAR, "2015", FLOW_EXPORT, 264381e6, false},
    {WORLD_2018, "World", "India", "", FREQUENCY_YEAR, "2018", FLOW_EXPORT, 373820313500, false},
    /* Imports CIF, not those FOB as well: 659879841. */
    {DOTS, "Canada", "Italy", "", FREQUENCY_MONTH, "2024-02", FLOW_IMPORT, 699472632, false},
    {DOTS, "Canada", "Italy", "", FREQUENCY_MONTH, "2024-02", FLOW_EXPORT, 91242715, false},
    /* Each row occurs twice. */
    {CENSUS, "USA", "China", "", FREQUENCY_YEAR, "2023", FLOW_EXPORT, 66604, false},
    {CENSUS, "USA", "China", "", FREQUENCY_YEAR, "2024", FLOW_EXPORT, 6857, true},
    {UNCTAD, "India", "World", "", FREQUENCY_YEAR, "2019", FLOW_IMPORT, 486058.553e6, false},
    {NEW_ZEALAND, "New Zealand", "Australia", "", FREQUENCY_YEAR, "2015", FLOW_EXPORT, 8339522914,
     false},
};

static bool check_expectation(struct fixture *fixture, const struct opened *opened,
                              const struct expectation *expected)
{
    struct trade trade = {text_of(expected->reporter), text_of(expected->partner),
                          text_of(expected->product)};
    struct series series = series_of(fixture, opened, trade, expected->frequency);
    const struct sum *sum = series_find(&series, period_of(expected->period), expected->flow);
    if (sum && sum->value == expected->value && sum->is_partial == expected->is_partial)
        return true;
    print_error("%s: %s with %s, %s, flow %d: %.17g, not %.17g%s\n", expected->file,
                expected->reporter, expected->partner, expected->period, (int)expected->flow,
                sum ? sum->value : NAN, expected->value,
                sum && sum->is_partial != expected->is_partial ? "; partial or not" : "");
    return false;
}

static void sums_of_published_files_are_right(void **state)
{
    struct fixture *fixture = *state;
    struct opened opened = {0};
    bool is_good = true;
    const char *file = "";
    for (size_t i = 0; i < ARRAY_LENGTH(expectations); i++) {
        if (text_compare(text_of(file), text_of(expectations[i].file))) {
            if (opened.statistic)
                close_file(&opened);
            file = expectations[i].file;
            open_file(&opened, fixture, file);
        }
        is_good &= check_expectation(fixture, &opened, &expectations[i]);
    }
    close_file(&opened);
    assert_true(is_good);
}

static const struct trade india_russia = {{"India", 5}, {"Russia", 6}, {"", 0}};

/* Three series, each under its own name, and why they differ. */
static void three_sources_on_2019_stay_separate(void **state)
{
    struct fixture *fixture = *state;
    struct opened calendar, monthly, fiscal;
    open_file(&calendar, fixture, INDIA_2019);
    open_file(&monthly, fixture, MONTHLY);
    open_file(&fiscal, fixture, FISCAL);
    struct series series[] = {
        series_of(fixture, &calendar, india_russia, FREQUENCY_YEAR),
        series_of(fixture, &monthly, india_russia, FREQUENCY_YEAR),
        series_of(fixture, &fiscal, india_russia, FREQUENCY_FISCAL_YEAR),
    };
    const struct stated_sum sums[] = {
        {series_find(&series[0], period_of("2019"), FLOW_IMPORT), &series[0], text_of("comtrade")},
        {series_find(&series[1], period_of("2019"), FLOW_IMPORT), &series[1], text_of("monthly")},
        {series_find(&series[2], period_of("FY2019-20"), FLOW_IMPORT), &series[2],
         text_of("fiscal")},
    };
    struct buffer text = {0};
    mirror_notes_write(&text, &sums[0], &sums[1]);
    assert_non_null(strstr(text.data, "0.17 % apart\nanother source: comtrade, monthly"));
    assert_non_null(strstr(text.data, "monthly, made: 12 months"));
    buffer_truncate(&text, 0);
    mirror_notes_write(&text, &sums[1], &sums[2]);
    assert_non_null(strstr(text.data, "12.1 % apart\nanother period: 2019 is 2019-01 to 2019-12, "
                                      "FY2019-20 is 2019-04 to 2020-03"));
    buffer_release(&text);
    close_file(&calendar);
    close_file(&monthly);
    close_file(&fiscal);
}

/* The statements of China and the USA on the same trade: 582.8 and 575.7, 153.8 and 179.0 bn. */
static void both_sides_are_compared(void **state)
{
    struct fixture *fixture = *state;
    struct opened opened;
    open_file(&opened, fixture, THREE_2022);
    struct series own =
        series_of(fixture, &opened, (struct trade){text_of("China"), text_of("USA"), text_of("")},
                  FREQUENCY_YEAR);
    struct series other =
        series_of(fixture, &opened, (struct trade){text_of("USA"), text_of("China"), text_of("")},
                  FREQUENCY_YEAR);
    struct mirror mirror = mirror_make(&fixture->arena, &own, &other);
    assert_int_equal(mirror.count, 2);
    assert_true(mirror.entries[0].ratio == 575688091172.0 / 582756110047.0);
    assert_true(mirror.entries[1].ratio == 178956829551.0 / 153837022415.0);
    close_file(&opened);
}

static struct breakdown breakdown_of(struct fixture *fixture, const struct opened *opened,
                                     struct trade trade, enum breakdown_by by, enum flow flow,
                                     const char *period)
{
    struct breakdown_request request = {
        .trade = trade, .by = by, .flow = flow, .period = period_of(period)};
    return breakdown_make(&fixture->arena, opened->statistic, NULL, &request);
}

static void check_item(const struct breakdown *breakdown, size_t i, const char *word, double value)
{
    assert_true(text_is(breakdown->items[i].word, word));
    assert_true(breakdown->items[i].value == value);
}

/* India's deficit with China in 2010, and its imports of electrical machinery by heading. */
static void products_make_the_deficit(void **state)
{
    struct fixture *fixture = *state;
    struct opened opened;
    open_file(&opened, fixture, CHINA_INDIA);
    struct trade trade = {text_of("India"), text_of("China"), text_of("")};
    struct breakdown balance =
        breakdown_of(fixture, &opened, trade, BREAKDOWN_BY_PRODUCT, FLOW_BALANCE, "2010");
    assert_int_equal(balance.count, 97);
    check_item(&balance, 0, "85", -11067841095);
    check_item(&balance, 1, "84", -6938836133);
    check_item(&balance, 2, "99", -3166777427);
    assert_true(balance.whole == 17439991278 - 41249115786.0);
    /* The rows for all goods are not quite the sum of the chapters. */
    assert_true(balance.remainder == balance.whole - -23809124501.0);
    trade.product = text_of("85");
    struct breakdown imports =
        breakdown_of(fixture, &opened, trade, BREAKDOWN_BY_PRODUCT, FLOW_IMPORT, "2010");
    assert_int_equal(imports.count, 46);
    check_item(&imports, 0, "8517", 6534850812);
    assert_true(imports.whole == 11274108491);
    assert_true(imports.remainder == 1);
    close_file(&opened);
    open_file(&opened, fixture, COMMODITIES);
    struct breakdown exports = breakdown_of(fixture, &opened, india_russia, BREAKDOWN_BY_PRODUCT,
                                            FLOW_EXPORT, "FY2022-23");
    assert_int_equal(exports.count, 152);
    check_item(&exports, 0, "DRUG FORMULATIONS, BIOLOGICALS", 416390000);
    assert_true(exports.remainder == 0);
    close_file(&opened);
}

static void partners_make_the_deficit(void **state)
{
    struct fixture *fixture = *state;
    struct opened opened;
    open_file(&opened, fixture, BACI);
    struct trade trade = {text_of("South Africa"), text_of("World"), text_of("")};
    struct breakdown exports =
        breakdown_of(fixture, &opened, trade, BREAKDOWN_BY_PARTNER, FLOW_EXPORT, "2021");
    assert_int_equal(exports.count, 210);
    check_item(&exports, 0, "China", 6860444233);
    check_item(&exports, 1, "India", 6277660921);
    assert_true(exports.whole == 68691799014 && exports.remainder == 0);
    close_file(&opened);
}

/* The first trade of each file, and what it is called. */
static void check_first(struct fixture *fixture, const char *file, const char *reporter,
                        const char *partner, const char *product)
{
    struct opened opened;
    open_file(&opened, fixture, file);
    struct trade trade;
    struct error error = {0};
    assert_true(statistic_choose(opened.statistic, NULL, NULL, &trade, &error));
    struct series series = series_of(fixture, &opened, trade, FREQUENCY_YEAR);
    assert_true(text_is(trade.reporter, reporter));
    assert_true(text_is(trade.partner, partner));
    assert_string_equal(series.product, product);
    close_file(&opened);
}

static void each_file_opens_on_its_reporter_or_greatest_pair(void **state)
{
    struct fixture *fixture = *state;
    check_first(fixture, THREE_2022, "United States", "Canada", "all goods");
    check_first(fixture, CHIPS, "Thailand", "World", "8542");
    check_first(fixture, INDIA_2019, "India", "World", "all goods");
    check_first(fixture, BACI, "South Africa", "China", "all goods");
}

static int set_up(void **state)
{
    struct fixture *fixture = xcalloc(1, sizeof *fixture);
    struct error error = {0};
    fixture->countries = country_list_read(SHIPPED_DATA "countries.csv", &error);
    format_list_read_folder(&fixture->formats, SHIPPED_DATA "formats");
    *state = fixture;
    return fixture->countries ? 0 : -1;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    country_list_free(fixture->countries);
    format_list_release(&fixture->formats);
    arena_release(&fixture->arena);
    free(fixture);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_of_published_files_are_right),
        cmocka_unit_test(three_sources_on_2019_stay_separate),
        cmocka_unit_test(both_sides_are_compared),
        cmocka_unit_test(products_make_the_deficit),
        cmocka_unit_test(partners_make_the_deficit),
        cmocka_unit_test(each_file_opens_on_its_reporter_or_greatest_pair),
    };
    return corpus_folder() ? cmocka_run_group_tests(tests, set_up, tear_down) : 77;
}
