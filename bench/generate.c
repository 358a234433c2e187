/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes files to measure with: the same bytes for the same arguments, on any machine. A row of
 * claims depends on its number alone, so that a shorter file is the beginning of a longer one.
 *
 *   claims    the format of tradescope(5), with quotes of about 200 bytes. Claims on the same
 *             thing state the same value, so that whichever of them a program picks, the balance
 *             is the same. India and Russia are the pair with the most claims
 *   baci      t,i,j,k,v,q as in CEPII's BACI: sorted, codes with leading zeros, NA in q
 *   comtrade  the 47 columns of a UN Comtrade extract, every field in quotes
 */
#include "config.h"

#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SEED UINT64_C(0x7472616465)
#define LENGTH(array) (sizeof(array) / sizeof *(array))
#define FIRST_YEAR 2005
#define YEARS 20
#define QUOTE_BYTES 180 /* sentences are added until there are so many */
/* As many as the Harmonized System of 2017 has; what extracts have to do with is not more. */
#define SUBHEADINGS 5387

/* --- chance: splitmix64, a public-domain generator whose state may be any number --- */

static uint64_t mix(uint64_t state)
{
    state ^= state >> 30;
    state *= UINT64_C(0xbf58476d1ce4e5b9);
    state ^= state >> 27;
    state *= UINT64_C(0x94d049bb133111eb);
    return state ^ (state >> 31);
}

static uint64_t draw(uint64_t *state)
{
    *state += UINT64_C(0x9e3779b97f4a7c15);
    return mix(*state);
}

/* One draw a statement: the order of arguments is the compiler's choice. */
static unsigned below(uint64_t *state, size_t limit)
{
    return (unsigned)(draw(state) % limit);
}

static uint64_t state_of_row(uint64_t row)
{
    return mix(SEED ^ (row * UINT64_C(0x9e3779b97f4a7c15)));
}

/* --- words --- */

struct country {
    unsigned code;
    const char *iso, *name;
};

/* By code, which is the order of BACI. Of the names, only one contains "russia". */
static const struct country countries[] = {
    {4, "AFG", "Afghanistan"},      {12, "DZA", "Algeria"},
    {24, "AGO", "Angola"},          {32, "ARG", "Argentina"},
    {36, "AUS", "Australia"},       {40, "AUT", "Austria"},
    {50, "BGD", "Bangladesh"},      {51, "ARM", "Armenia"},
    {56, "BEL", "Belgium"},         {76, "BRA", "Brazil"},
    {100, "BGR", "Bulgaria"},       {112, "BLR", "Belarus"},
    {124, "CAN", "Canada"},         {144, "LKA", "Sri Lanka"},
    {152, "CHL", "Chile"},          {156, "CHN", "China"},
    {170, "COL", "Colombia"},       {203, "CZE", "Czechia"},
    {208, "DNK", "Denmark"},        {218, "ECU", "Ecuador"},
    {231, "ETH", "Ethiopia"},       {246, "FIN", "Finland"},
    {251, "FRA", "France"},         {276, "DEU", "Germany"},
    {288, "GHA", "Ghana"},          {300, "GRC", "Greece"},
    {348, "HUN", "Hungary"},        {360, "IDN", "Indonesia"},
    {364, "IRN", "Iran"},           {368, "IRQ", "Iraq"},
    {372, "IRL", "Ireland"},        {376, "ISR", "Israel"},
    {380, "ITA", "Italy"},          {384, "CIV", "C\xc3\xb4te d'Ivoire"},
    {392, "JPN", "Japan"},          {398, "KAZ", "Kazakhstan"},
    {404, "KEN", "Kenya"},          {410, "KOR", "Rep. of Korea"},
    {458, "MYS", "Malaysia"},       {484, "MEX", "Mexico"},
    {504, "MAR", "Morocco"},        {528, "NLD", "Netherlands"},
    {566, "NGA", "Nigeria"},        {579, "NOR", "Norway"},
    {586, "PAK", "Pakistan"},       {604, "PER", "Peru"},
    {608, "PHL", "Philippines"},    {616, "POL", "Poland"},
    {620, "PRT", "Portugal"},       {643, "RUS", "Russia"},
    {682, "SAU", "Saudi Arabia"},   {699, "IND", "India"},
    {702, "SGP", "Singapore"},      {704, "VNM", "Viet Nam"},
    {710, "ZAF", "South Africa"},   {724, "ESP", "Spain"},
    {752, "SWE", "Sweden"},         {757, "CHE", "Switzerland"},
    {764, "THA", "Thailand"},       {784, "ARE", "United Arab Emirates"},
    {792, "TUR", "T\xc3\xbcrkiye"}, {804, "UKR", "Ukraine"},
    {826, "GBR", "United Kingdom"}, {842, "USA", "United States"},
};

static const char *const goods[] = {
    "crude oil",      "fertilizer",    "coal",     "diamonds",       "sunflower oil",
    "machinery",      "medicines",     "tea",      "iron and steel", "copper",
    "aircraft parts", "natural gas",   "paper",    "fish",           "rice",
    "cotton",         "cars",          "plastics", "gold",           "organic chemicals",
    "timber",         "nickel",        "wheat",    "footwear",       "instruments",
    "electronics",    "naphtha",       "rubber",   "silk",           "coffee",
    "spices",         "leather goods",
};

static const char *const publishers[] = {
    "Trade Gazette", "Port Record",  "The Ledger",  "Customs Weekly",
    "Daily Tariff",  "Harbour News", "Wire Report", "Statistical Office",
};

static const char *const speakers[] = {
    "Commerce Secretary", "Trade Minister", "Ambassador",
    "Customs Service",    "Central Bank",   "Chamber of Commerce",
};

static const char *const sentences[] = {
    "Officials on both sides said that the figures include re-exports.",
    "Payment in national currencies remains difficult, traders say.",
    "The ministry revised its earlier estimate after the close of the year.",
    "Freight rates rose sharply, and insurance was hard to come by.",
    "\"We expect the trend to hold,\" a spokesman told reporters.",
    "Analysts had expected less, given the price of commodities.",
    "Half of it went through a single port.",
    "The two governments aim at a more balanced trade.",
    "A working group will meet next month to discuss tariffs, quotas and standards.",
    "Demand from refiners, steel mills and food makers explains most of it.",
    "The data do not cover services.",
    "Mirror data of the partner show a different picture.",
    "It was the fifth year of growth in a row.",
    "Importers point to delays at the border and to missing certificates.",
    "The deficit has been a concern for years.",
    "Sanctions played a role, according to the bank\xe2\x80\x99s quarterly review.",
};

static const char *const rare_sentences[] = {
    "The Eastern Maritime Corridor cut the voyage from 40 days to 24.",
    "Fertiliser deliveries doubled.",
    "CRUDE OIL made up the larger part.",
    "Ships on the eastern route waited for weeks.",
};

/* --- fields --- */

struct field {
    char bytes[1024];
    size_t length;
};

static void add(struct field *field, const char *text)
{
    size_t length = strlen(text);
    if (length >= sizeof field->bytes - field->length) {
        fprintf(stderr, "generate: a field is too long\n");
        exit(1);
    }
    memcpy(field->bytes + field->length, text, length + 1);
    field->length += length;
}

/* In quotation marks only where it has to be. */
static void put(const char *text)
{
    if (!strpbrk(text, ",\"\n")) {
        fputs(text, stdout);
        return;
    }
    putchar('"');
    for (; *text; text++) {
        if (*text == '"')
            putchar('"');
        putchar(*text);
    }
    putchar('"');
}

/* --- claims --- */

enum kind { FIGURE, GROWTH, TARGET, EVENT };

struct claim {
    enum kind kind;
    bool is_import, is_total;
    const struct country *reporter, *partner;
    unsigned chapter; /* of the Harmonized System; 0 is all goods */
    unsigned year;
    char value[24];
    const char *unit;
};

static const struct country *country_by_iso(const char *iso)
{
    size_t i = 0;
    while (strcmp(countries[i].iso, iso) != 0)
        i++;
    return &countries[i];
}

static const struct country *draw_reporter(uint64_t *state)
{
    static const char *const others[] = {"CHN", "DEU", "USA", "BRA", "TUR", "JPN", "CIV", "IND"};
    return country_by_iso(below(state, 100) < 40 ? "IND" : others[below(state, LENGTH(others))]);
}

static const struct country *draw_partner(uint64_t *state, const struct country *reporter)
{
    const struct country *partner = country_by_iso("RUS");
    if (below(state, 100) < 15)
        return partner;
    do
        partner = &countries[below(state, LENGTH(countries))];
    while (partner == reporter);
    return partner;
}

/* The same for all claims on the same thing. */
static uint64_t fate(const struct claim *claim, bool is_import)
{
    uint64_t key = claim->reporter->code;
    key = key * 1000 + claim->partner->code;
    key = key * 100 + claim->chapter;
    key = key * 10000 + claim->year;
    return mix(SEED + key * 8 + (uint64_t)claim->kind * 2 + is_import);
}

static uint64_t cents(const struct claim *claim, bool is_import)
{
    return 100 + fate(claim, is_import) % 9900;
}

static void set_value(struct claim *claim)
{
    uint64_t luck = fate(claim, claim->is_import);
    uint64_t hundredths = cents(claim, claim->is_import);
    unsigned size[] = {1, 10, 100, 1000};
    if (claim->kind == GROWTH) {
        claim->unit = "%";
        snprintf(claim->value, sizeof claim->value, "%d.%u", (int)(luck % 90) - 30,
                 (unsigned)(luck >> 32) % 10);
    } else if (claim->chapter) {
        claim->unit = luck >> 60 ? "USD mn" : "INR crore";
        snprintf(claim->value, sizeof claim->value, "%u.%u",
                 (unsigned)(1 + luck % 9) * size[(luck >> 8) % LENGTH(size)],
                 (unsigned)(luck >> 32) % 10);
    } else {
        if (claim->is_total)
            hundredths = cents(claim, false) + cents(claim, true);
        claim->unit = "USD bn";
        snprintf(claim->value, sizeof claim->value, "%" PRIu64 ".%02u", hundredths / 100,
                 (unsigned)(hundredths % 100));
    }
}

static struct claim draw_claim(uint64_t *state)
{
    unsigned kind = below(state, 100), flow = below(state, 100);
    struct claim claim = {
        .kind = kind < 6    ? EVENT
                : kind < 7  ? TARGET
                : kind < 11 ? GROWTH
                            : FIGURE,
        .is_import = flow < 45,
        .is_total = flow >= 90,
        .unit = "",
    };
    claim.reporter = draw_reporter(state);
    claim.partner = draw_partner(state, claim.reporter);
    claim.year = FIRST_YEAR + below(state, YEARS);
    if (below(state, 100) >= 15)
        claim.chapter = 1 + below(state, 97);
    if (claim.kind == TARGET) {
        claim.chapter = 0;
        claim.year = 2030;
        claim.is_import = false;
        claim.is_total = true;
    }
    if (claim.kind != EVENT)
        set_value(&claim);
    return claim;
}

static const char *flow_of(const struct claim *claim)
{
    return claim->is_total ? "total" : claim->is_import ? "import" : "export";
}

static struct field text_of(const struct claim *claim)
{
    struct field text = {.length = 0};
    char year[16];
    snprintf(year, sizeof year, "%u", claim->year);
    add(&text, claim->reporter->name);
    add(&text, claim->kind == EVENT ? " meets " : "'s ");
    if (claim->kind != EVENT) {
        add(&text, flow_of(claim));
        add(&text, " of ");
        add(&text, claim->chapter ? goods[claim->chapter % LENGTH(goods)] : "goods");
        add(&text, claim->is_total ? " with " : claim->is_import ? " from " : " to ");
    }
    add(&text, claim->partner->name);
    add(&text, claim->kind == EVENT ? " for talks in " : ", ");
    add(&text, year);
    return text;
}

static struct field quote_of(const struct claim *claim, uint64_t *state)
{
    struct field quote = text_of(claim);
    if (claim->kind != EVENT) {
        add(&quote, claim->kind == GROWTH ? ": a change of " : ": ");
        add(&quote, claim->value);
        add(&quote, " ");
        add(&quote, claim->unit);
    }
    add(&quote, ".");
    if (below(state, 50) == 0) {
        add(&quote, " ");
        add(&quote, rare_sentences[below(state, LENGTH(rare_sentences))]);
    }
    while (quote.length < QUOTE_BYTES) {
        add(&quote, " ");
        add(&quote, sentences[below(state, LENGTH(sentences))]);
    }
    return quote;
}

static void put_date(unsigned year, uint64_t luck)
{
    printf("%u-%02u-%02u", year, (unsigned)(luck % 12) + 1, (unsigned)(luck >> 16) % 28 + 1);
}

static void put_source(unsigned source)
{
    uint64_t luck = mix(SEED + source);
    printf("s%04u,,%s,", source, publishers[luck % LENGTH(publishers)]);
    put_date(FIRST_YEAR + YEARS, luck >> 8);
    fputs(",,\n", stdout);
}

static void put_numbers(const struct claim *claim, uint64_t *state)
{
    static const char *const qualifiers[] = {"about", "nearly", "over", "exact"};
    if (claim->chapter && claim->kind != EVENT)
        printf("%02u", claim->chapter);
    printf(",%s,%s,%s,%s,", claim->kind == GROWTH ? "growth" : "", claim->value, claim->unit,
           claim->kind != EVENT && below(state, 4) == 0 ? qualifiers[below(state, 4)] : "");
    if (claim->kind == GROWTH)
        printf("%u", claim->year - 1);
    else if (claim->kind == TARGET)
        put_date(FIRST_YEAR + YEARS, fate(claim, false));
    putchar(',');
}

static void put_claim(uint64_t row)
{
    static const char *const kinds[] = {"figure", "figure", "target", "event"};
    uint64_t state = state_of_row(row);
    struct claim claim = draw_claim(&state);
    printf("c%08" PRIu64 ",%s,", row + 1, kinds[claim.kind]);
    put_date(claim.kind == EVENT ? claim.year : FIRST_YEAR + YEARS, draw(&state));
    if (claim.kind == EVENT)
        printf(",,%s,%s,,", claim.reporter->name, claim.partner->name);
    else
        printf(",%u,%s,%s,%s,", claim.year, claim.reporter->name, claim.partner->name,
               flow_of(&claim));
    put_numbers(&claim, &state);
    put(text_of(&claim).bytes);
    putchar(',');
    put(quote_of(&claim, &state).bytes);
    printf(",%s,", below(&state, 5) == 0 ? speakers[below(&state, LENGTH(speakers))] : "");
    put_source(below(&state, 5000));
}

static void put_claims(uint64_t rows)
{
    puts("id,kind,date,period,reporter,partner,flow,product,measure,value,unit,qualifier,base,text,"
         "quote,speaker,source,title,publisher,published,url,note");
    for (uint64_t row = 0; row < rows; row++)
        put_claim(row);
}

/* --- subheadings --- */

/* Their codes lie evenly over the chapters: 010100 to 968808. */
static unsigned subheading(unsigned number)
{
    return 10100 + number * 178;
}

/* --- BACI --- */

/* How far a row is in the file, as years, exporters within a year, importers within those. */
static void put_baci(uint64_t rows)
{
    const uint64_t years = 10, last = LENGTH(countries);
    unsigned product = 0;
    uint64_t former = UINT64_MAX;
    puts("t,i,j,k,v,q");
    for (uint64_t row = 0; row < rows; row++) {
        uint64_t state = state_of_row(row), group = row * years * last * last / rows;
        product = group == former ? product + 1 + below(&state, 40) : below(&state, 40);
        product = product < SUBHEADINGS ? product : SUBHEADINGS - 1;
        former = group;
        unsigned value = below(&state, below(&state, 100) < 80 ? 300 : 90000);
        unsigned thousandths = below(&state, 1000);
        printf("%u,%u,%u,%06u,%u.%03u,", (unsigned)(2013 + group / (last * last)),
               countries[group / last % last].code, countries[group % last].code,
               subheading(product), value, thousandths);
        unsigned tonnes = below(&state, 3000);
        if (below(&state, 100) < 3)
            puts("NA");
        else
            printf("%u.%03u\n", tonnes, thousandths);
    }
}

/* --- Comtrade --- */

static void put_comtrade_row(uint64_t row)
{
    static const struct {
        const char *code, *text;
    } flows[] = {{"M", "Import"}, {"X", "Export"}, {"RX", "Re-export"}};
    uint64_t state = state_of_row(row);
    const struct country *reporter = &countries[below(&state, LENGTH(countries))];
    const struct country *partner = &countries[below(&state, LENGTH(countries))];
    unsigned year = 2010 + below(&state, 14), luck = below(&state, 100);
    unsigned flow = luck < 55 ? 0 : luck < 95 ? 1 : 2, product = below(&state, SUBHEADINGS);
    unsigned weight = below(&state, 1000000), value = weight * (1 + below(&state, 9)) + 1;
    printf("\"C\",\"A\",\"%u0101\",\"%u\",\"52\",\"%u\",\"%u\",\"%s\",\"%s\",\"%s\",\"%s\",", year,
           year, year, reporter->code, reporter->iso, reporter->name, flows[flow].code,
           flows[flow].text);
    printf("\"%u\",\"%s\",\"%s\",\"0\",\"W00\",\"World\",\"H5\",\"HS\",\"true\",\"%06u\",\"%s\",",
           partner->code, partner->iso, partner->name, subheading(product),
           goods[product % LENGTH(goods)]);
    printf("\"6\",\"true\",\"C00\",\"TOTAL CPC\",\"0\",\"0\",\"TOTAL MOT\",\"8\",\"kg\",\"%u\","
           "\"false\",\"-1\",\"N/A\",,\"false\",\"%u\",\"false\",,\"false\",",
           weight, weight);
    if (flow == 0)
        printf("\"%u\",,", value);
    else
        printf(",\"%u\",", value);
    /* Rows of one trade have one flag: those that differ in it would not be added up. */
    printf("\"%u\",\"%u\",\"true\",\"false\"\n", value, product % 4 == 0 ? 4U : 0U);
}

static void put_comtrade(uint64_t rows)
{
    puts("typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,"
         "reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,"
         "partner2ISO,partner2Desc,classificationCode,classificationSearchCode,"
         "isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,"
         "mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,"
         "altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,"
         "isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,"
         "isAggregate");
    for (uint64_t row = 0; row < rows; row++)
        put_comtrade_row(row);
}

/* --- the command line --- */

static const struct layout {
    const char *name;
    void (*put)(uint64_t rows);
} layouts[] = {{"claims", put_claims}, {"baci", put_baci}, {"comtrade", put_comtrade}};

static bool parse_rows(const char *text, uint64_t *rows)
{
    char *end;
    errno = 0;
    *rows = strtoull(text, &end, 10);
    return text[0] >= '0' && text[0] <= '9' && !*end && !errno && *rows <= 1000000000;
}

int main(int argc, char **argv)
{
    uint64_t rows;
    for (size_t i = 0; argc == 3 && i < LENGTH(layouts); i++) {
        if (strcmp(argv[1], layouts[i].name) != 0 || !parse_rows(argv[2], &rows))
            continue;
        layouts[i].put(rows);
        if (fflush(stdout) == 0 && !ferror(stdout))
            return 0;
        fprintf(stderr, "generate: cannot write: %s\n", strerror(errno));
        return 1;
    }
    fprintf(stderr, "usage: generate claims|baci|comtrade ROWS (at most 1000000000)\n");
    return 2;
}
