# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += src/view/libview.a
src_view_libview_a_SOURCES = \
	src/view/article_page.c src/view/article_page.h \
	src/view/balance_bars.c src/view/balance_bars.h \
	src/view/balance_view.c \
	src/view/arrangement.c src/view/arrangement.h \
	src/view/breakdown_page.c src/view/breakdown_page.h \
	src/view/breakdown_view.c \
	src/view/checks_view.c \
	src/view/picker.c src/view/picker.h \
	src/view/claim_format.c src/view/claim_format.h \
	src/view/disputes_page.c src/view/disputes_page.h \
	src/view/drawn_search.c src/view/drawn_search.h \
	src/view/events_view.c \
	src/view/explain.c src/view/explain.h \
	src/view/figures_view.c \
	src/view/file_breakdown.c src/view/file_breakdown.h \
	src/view/filters.c src/view/filters.h \
	src/view/grid.c src/view/grid.h \
	src/view/grid_columns.c src/view/grid_columns.h \
	src/view/hint_line.c src/view/hint_line.h \
	src/view/layout.c src/view/layout.h \
	src/view/columns_page.c src/view/columns_page.h \
	src/view/sentence_page.c src/view/sentence_page.h \
	src/view/mirror_page.c src/view/mirror_page.h \
	src/view/number_list.c src/view/number_list.h \
	src/view/ordered_rows.c src/view/ordered_rows.h \
	src/view/page.c src/view/page.h \
	src/view/panes.c src/view/panes.h \
	src/view/path_chart.c src/view/path_chart.h \
	src/view/path_view.c \
	src/view/problems_view.c \
	src/view/quote.c src/view/quote.h \
	src/view/review_view.c src/view/review_view.h \
	src/view/rows_view.c \
	src/view/screen.c src/view/screen.h \
	src/view/settings.c src/view/settings.h \
	src/view/source_view.c \
	src/view/sources_page.c src/view/sources_page.h \
	src/view/sum_page.c src/view/sum_page.h \
	src/view/tabs.c src/view/tabs.h \
	src/view/title.c src/view/title.h \
	src/view/trend_chart.c src/view/trend_chart.h \
	src/view/verdict_lines.c src/view/verdict_lines.h \
	src/view/view.c src/view/view.h \
	src/view/workspace.c src/view/workspace.h \
	src/view/workspace_filter.c \
	src/view/workspace_search.c \
	src/view/workspace_update.c
