/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/statistics/total_words.h"

#include "base/array.h"
#include "base/ascii.h"

static const char *const all_products[] = {"TOTAL",
                                           "All Commodities",
                                           "All Products",
                                           "All goods",
                                           "Grand Total",
                                           "Total all products",
                                           "Total, all products",
                                           "Total trade",
                                           "Total merchandise trade",
                                           "Total merchandise",
                                           "Total goods",
                                           "Total, all goods",
                                           "Total products",
                                           "Total exports",
                                           "Total imports",
                                           "All items",
                                           "All sections",
                                           "All chapters",
                                           "Total all commodities",
                                           "Total, all commodities",
                                           "Total commodities",
                                           "All goods total",
                                           "Gesamt",
                                           "Insgesamt",
                                           "Waren insgesamt",
                                           "Toplam",
                                           "Totale",
                                           "Totaal",
                                           "Totalt",
                                           "Total general",
                                           "Total général",
                                           "Ensemble des produits",
                                           "Tous produits",
                                           "Todos los productos",
                                           "Todos os produtos",
                                           "Ogółem",
                                           "Razem",
                                           "Всего",
                                           "Итого",
                                           "Всього",
                                           "Разом",
                                           "总计",
                                           "合计",
                                           "合計",
                                           "総計",
                                           "합계",
                                           "총계",
                                           "المجموع",
                                           "الإجمالي",
                                           "कुल",
                                           "कुल योग"};
/* UNCTAD-SoP1 to 4, as WITS names them, next to the sections of the Harmonized System. */
static const char *const stages[] = {"Raw materials", "Intermediate goods", "Consumer goods",
                                     "Capital goods"};
/* At the start or the end of a label. */
static const char *const total_tokens[] = {
    "total",      "totals",    "subtotal", "sub-total",     "sub total",  "grand total",
    "gesamt",     "insgesamt", "summe",    "zwischensumme", "zusammen",   "somme",
    "sous-total", "suma",      "soma",     "somma",         "totale",     "subtotale",
    "totaal",     "subtotaal", "totalt",   "toplam",        "ara toplam", "razem",
    "ogółem",     "celkem",    "spolu",    "összesen",      "yhteensä",   "ukupno",
    "всего",      "итого",     "всього",   "разом",         "总计",       "合计",
    "小计",       "合計",      "小計",     "総計",          "합계",       "소계",
    "총계",       "المجموع",   "कुल"};
/* At the start of a label. */
static const char *const within_tokens[] = {
    "of which",      "o/w",           "o.w.",      "ow:",          "incl",   "incl.",
    "including",     "included:",     "thereof",   "darunter",     "davon",  "dont",
    "de los cuales", "de las cuales", "dos quais", "das quais",    "di cui", "waarvan",
    "w tym",         "в том числе",   "в т.ч.",    "у тому числі", "из них", "其中"};

static bool is_one_of(struct text word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text_is_word(word, words[i]))
            return true;
    return false;
}

bool total_word_is_all_products(struct text word)
{
    return is_one_of(text_trim(word), all_products, ARRAY_LENGTH(all_products));
}

bool total_word_is_stage(struct text word)
{
    return is_one_of(text_trim(word), stages, ARRAY_LENGTH(stages));
}

/* True if no letter or digit stands there. Words of CJK are not apart from each other. */
static bool is_end_of_word(struct text word, size_t at, const char *token)
{
    if (at >= word.length || (unsigned char)token[0] >= 0xe0)
        return true;
    char byte = word.data[at];
    return !ascii_is_letter(byte) && !ascii_is_digit(byte) && (unsigned char)byte < 0x80;
}

static bool begins_with(struct text word, const char *token)
{
    size_t length = text_of(token).length;
    return text_begins_folded(word, text_of(token)) && is_end_of_word(word, length, token);
}

static bool ends_with(struct text word, const char *token)
{
    size_t length = text_of(token).length;
    if (word.length < length)
        return false;
    struct text end = {word.data + word.length - length, length};
    return text_is_equal_folded(end, text_of(token)) &&
           (end.data == word.data || is_end_of_word(word, word.length - length - 1, token));
}

bool total_word_is_all_zeros(struct text word)
{
    size_t zeros = 0;
    while (zeros < word.length && word.data[zeros] == '0')
        zeros++;
    return word.length && zeros == word.length;
}

bool total_word_is_partial(struct text word)
{
    word = text_trim(word);
    for (size_t i = 0; i < ARRAY_LENGTH(total_tokens); i++)
        if (begins_with(word, total_tokens[i]) || ends_with(word, total_tokens[i]))
            return true;
    return false;
}

/* Without brackets and dashes in front: "(of which: crude)", "- of which crude". */
static struct text strip_front(struct text word)
{
    word = text_trim(word);
    while (word.length && (word.data[0] == '(' || word.data[0] == '[' || word.data[0] == '-' ||
                           word.data[0] == '*' || word.data[0] == ' '))
        word = (struct text){word.data + 1, word.length - 1};
    return word;
}

bool total_word_is_within_other(struct text word)
{
    word = strip_front(word);
    for (size_t i = 0; i < ARRAY_LENGTH(within_tokens); i++)
        if (begins_with(word, within_tokens[i]))
            return true;
    return false;
}
