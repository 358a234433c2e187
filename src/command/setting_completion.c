/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/completion_builder.h"

/* Takes the word at the start of the completion; empty if it is still being typed. */
static struct text take_word(struct completion_builder *builder)
{
    size_t *start = &builder->completion->start, from = *start, end = from;
    while (end < builder->line.length && builder->line.data[end] != ' ')
        end++;
    if (end == builder->line.length)
        return (struct text){"", 0};
    while (end < builder->line.length && builder->line.data[end] == ' ')
        end++;
    *start = end;
    return text_trim((struct text){builder->line.data + from, end - from});
}

void complete_setting(struct completion_builder *builder)
{
    struct error error = {0};
    struct text name = take_word(builder);
    enum user_setting setting = name.length ? setting_find(name, &error) : SETTING_COUNT;
    for (size_t i = 0; !name.length && i < SETTING_COUNT; i++)
        completion_builder_offer(builder, setting_table[i].name, setting_table[i].help);
    for (size_t i = 0; setting < SETTING_COUNT && setting_table[setting].words[i]; i++)
        completion_builder_offer(builder, setting_table[setting].words[i], NULL);
    error_release(&error);
}

static void offer_colors(struct completion_builder *builder)
{
    completion_builder_offer(builder, "default", "the terminal's own, or that of `plain`");
    for (int i = 0; color_name(i); i++)
        completion_builder_offer(builder, color_name(i), NULL);
}

static void offer_attributes(struct completion_builder *builder)
{
    completion_builder_offer(builder, "none", NULL);
    for (unsigned i = 0; i < PAINT_ATTRIBUTE_COUNT; i++)
        completion_builder_offer(builder, paint_attribute_name(i), NULL);
}

void complete_paint(struct completion_builder *builder)
{
    size_t words = 0;
    while (words < 3 && take_word(builder).length)
        words++;
    for (size_t i = 0; words == 0 && i < ROLE_COUNT; i++)
        completion_builder_offer(builder, role_table[i].name, role_table[i].help);
    if (words == 1 || words == 2)
        offer_colors(builder);
    if (words == 3)
        offer_attributes(builder);
}

bool completion_builder_skip_word(struct completion_builder *builder)
{
    return take_word(builder).length > 0;
}
