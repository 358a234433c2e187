# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += src/view/draw/libdraw.a
src_view_draw_libdraw_a_SOURCES = \
	src/view/draw/money_cell.c src/view/draw/money_cell.h \
	src/view/draw/bar.c src/view/draw/bar.h \
	src/view/draw/canvas.c src/view/draw/canvas.h \
	src/view/draw/color.c src/view/draw/color.h \
	src/view/draw/chart.c src/view/draw/chart.h \
	src/view/draw/footer.c src/view/draw/footer.h \
	src/view/draw/highlight.c src/view/draw/highlight.h \
	src/view/draw/line.c src/view/draw/line.h \
	src/view/draw/list.c src/view/draw/list.h \
	src/view/draw/dot_canvas.c src/view/draw/dot_canvas.h \
	src/view/draw/scale.c src/view/draw/scale.h \
	src/view/draw/themes.c src/view/draw/themes.h \
	src/view/draw/wrapping.c src/view/draw/wrapping.h
