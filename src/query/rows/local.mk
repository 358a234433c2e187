# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += src/query/rows/librows.a
src_query_rows_librows_a_SOURCES = \
	src/query/rows/tuple_index.c src/query/rows/tuple_index.h \
	src/query/rows/row_keys.c \
	src/query/rows/row_list.c src/query/rows/row_list.h \
	src/query/rows/row_order.c src/query/rows/row_order.h \
	src/query/rows/row_set.c src/query/rows/row_set.h \
	src/query/rows/row_sum.c src/query/rows/row_sum.h
