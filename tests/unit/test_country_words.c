/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each country word of the published files is in the shipped list, in the scheme of the file. */
#include "config.h"

#include "data/codes/country.h"

#include "base/array.h"
#include "base/buffer.h"
#include "corpus.h"
#include "data/csv/csv_table.h"
#include "tests/unit/locations.h"

#include <stdio.h>

#define NEW "comtrade_new/"
#define LEGACY "comtrade_legacy/"
#define INDIA "india_dgcis/"

static const struct column {
    const char *file;
    size_t index, first_line; /* of the column, from 0; of the first row, from 1 */
    enum country_scheme scheme;
} columns[] = {
    {"wits/WITS-Partner_World_exports_2018_long.csv", 0, 2, COUNTRY_ANY},
    {"wits/WITS-Partner_World_exports_2018_long.csv", 1, 2, COUNTRY_ANY},
    {"wits/en_IND_AllYears_WITS_Trade_Summary.CSV", 0, 2, COUNTRY_ANY},
    {"wits/en_IND_AllYears_WITS_Trade_Summary.CSV", 1, 2, COUNTRY_ANY},
    {"wits/WITS_query_SGP_HS2_TradeValue_in_1000_USD.csv", 1, 2, COUNTRY_ISO3},
    {"wits/WITS_query_SGP_HS2_TradeValue_in_1000_USD.csv", 4, 2, COUNTRY_ISO3},
    {"wits/WITS_query_SGP_HS2_TradeValue_in_1000_USD.csv", 5, 2, COUNTRY_ANY},
    {"baci/BACI_HS17_2021_AFG_ZAF_exports.csv", 1, 2, COUNTRY_COMTRADE},
    {"baci/BACI_HS17_2021_AFG_ZAF_exports.csv", 2, 2, COUNTRY_COMTRADE},
    {"baci/country_codes_V202301.csv", 0, 2, COUNTRY_COMTRADE},
    {"baci/country_codes_V202301.csv", 1, 2, COUNTRY_ANY},
    {"baci/country_codes_V202301.csv", 2, 2, COUNTRY_ANY},
    {"baci/country_codes_V202301.csv", 3, 2, COUNTRY_ISO2},
    {"baci/country_codes_V202301.csv", 4, 2, COUNTRY_ISO3},
    {NEW "CHN_DEU_USA_2022_TOTAL_all_partners_latin1_crlf.csv", 6, 2, COUNTRY_COMTRADE},
    {NEW "CHN_DEU_USA_2022_TOTAL_all_partners_latin1_crlf.csv", 11, 2, COUNTRY_COMTRADE},
    {NEW "CHN_DEU_USA_2022_TOTAL_all_partners_latin1_crlf.csv", 12, 2, COUNTRY_ISO3},
    {NEW "CHN_DEU_USA_2022_TOTAL_all_partners_latin1_crlf.csv", 13, 2, COUNTRY_ANY},
    {NEW "CN_2022_services_EBOPS.csv", 13, 2, COUNTRY_ANY},
    {NEW "TH_HS8542_2014-2024_latin1.csv", 13, 2, COUNTRY_ANY},
    {LEGACY "India_2019_TOTAL_all_partners_incl_Russia.csv", 11, 2, COUNTRY_COMTRADE},
    {LEGACY "India_2019_TOTAL_all_partners_incl_Russia.csv", 12, 2, COUNTRY_ANY},
    {LEGACY "EU28_EUR_cement_newcodes.csv", 8, 2, COUNTRY_COMTRADE},
    {LEGACY "EU28_EUR_cement_newcodes.csv", 9, 2, COUNTRY_ANY},
    {LEGACY "EU28_EUR_cement_newcodes.csv", 10, 2, COUNTRY_ISO3},
    {LEGACY "EU28_EUR_cement_newcodes.csv", 13, 2, COUNTRY_ISO3},
    {LEGACY "China_India_2010_H3_old_web_variant_no_names.csv", 1, 2, COUNTRY_COMTRADE},
    {LEGACY "China_India_2010_H3_old_web_variant_no_names.csv", 3, 2, COUNTRY_COMTRADE},
    {INDIA "Kaggle_exports_and_imports_of_india_1997-Jul2022.csv", 0, 2, COUNTRY_ANY},
    {INDIA "MEIDB_monthly_by_country_2007-2020_import_export_cols.csv", 1, 2, COUNTRY_ANY},
    {INDIA "Principal_Commodity_wise_export_202223.csv", 1, 2, COUNTRY_ANY},
    {"unctad/US_TradeMerchTotal.csv", 2, 2, COUNTRY_ANY},
    {"imf_dots/DOTS_2024M2_G7_value_status_rows.csv", 0, 2, COUNTRY_ANY},
    {"imf_dots/DOTS_2024M2_G7_value_status_rows.csv", 1, 2, COUNTRY_IMF},
    {"imf_dots/DOTS_2024M2_G7_value_status_rows.csv", 5, 2, COUNTRY_IMF},
    {"imf_dots/DOTS_India_exports_FOB_from_xlsx.csv", 1, 8, COUNTRY_ANY},
    {"us_census/USATradeOnline_Standard_Report_Exports_2.csv", 0, 2, COUNTRY_ANY},
    {"dirty/StatsNZ_exports_Mon-YY_period.csv", 0, 2, COUNTRY_ANY},
    {"dirty/WDI_exports_wide_bom_scientific_notation.csv", 0, 2, COUNTRY_ANY},
    {"dirty/WDI_exports_wide_bom_scientific_notation.csv", 1, 2, COUNTRY_ISO3},
    {"brazil_comexstat/PAIS_latin1.csv", 2, 2, COUNTRY_ISO3},
    {"brazil_comexstat/PAIS_latin1.csv", 4, 2, COUNTRY_ANY},
};

/* Words of those columns that are not countries: missing values, headings, errors of the file.
 * CS was the ISO code of two countries of the past, one after the other. */
static const char *const no_countries[] = {
    "", "...", "N/A", "Petroleum Products", "CS", "TOTAL", "Memorandum Items"};

struct reading {
    const struct country_list *countries;
    const struct column *column;
    size_t words, unknown;
};

static bool is_country(struct text word)
{
    for (size_t i = 0; i < ARRAY_LENGTH(no_countries); i++)
        if (text_is_equal(text_trim(word), text_of(no_countries[i])))
            return false;
    return true;
}

static bool take_record(void *context, const struct csv_record *record, struct error *error)
{
    (void)error;
    struct reading *reading = context;
    const struct column *column = reading->column;
    if (record->line < column->first_line || column->index >= record->count)
        return true;
    struct text word = record->fields[column->index];
    if (!is_country(word))
        return true;
    reading->words++;
    if (country_find_code(reading->countries, column->scheme, word) < 0) {
        print_error("%s:%zu: %.*s\n", column->file, record->line, (int)word.length, word.data);
        reading->unknown++;
    }
    return true;
}

static void every_word_is_known(void **state)
{
    (void)state;
    struct error error = {0};
    struct country_list *countries = country_list_read(SHIPPED_DATA "countries.csv", &error);
    assert_non_null(countries);
    for (size_t i = 0; i < ARRAY_LENGTH(columns); i++) {
        struct reading reading = {countries, &columns[i], 0, 0};
        struct buffer path = {0};
        buffer_printf(&path, "%s/%s", corpus_folder(), columns[i].file);
        assert_true(csv_table_read(path.data, take_record, take_record, &reading, &error));
        assert_int_equal(reading.unknown, 0);
        assert_true(reading.words > 0);
        buffer_release(&path);
    }
    country_list_free(countries);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_is_known),
    };
    return corpus_folder() ? cmocka_run_group_tests(tests, NULL, NULL) : 77;
}
