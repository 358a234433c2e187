# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += src/data/table/libtable.a
src_data_table_libtable_a_SOURCES = \
	src/data/table/column.c src/data/table/column.h src/data/table/column_types.h \
	src/data/table/dictionary.c src/data/table/dictionary.h \
	src/data/table/row_offsets.c src/data/table/row_offsets.h \
	src/data/table/table.c src/data/table/table.h \
	src/data/table/text_store.c src/data/table/text_store.h \
	src/data/table/vocabulary.c src/data/table/vocabulary.h \
	src/data/table/word_meanings.c src/data/table/word_meanings.h \
	src/data/table/zones.c
