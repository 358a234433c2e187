# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += src/data/csv/libcsv.a
src_data_csv_libcsv_a_SOURCES = \
	src/data/csv/csv.c src/data/csv/csv.h \
	src/data/csv/csv_field.c src/data/csv/csv_field.h \
	src/data/csv/csv_marks.c src/data/csv/csv_marks.h \
	src/data/csv/csv_repair.c src/data/csv/csv_repair.h \
	src/data/csv/csv_split.c src/data/csv/csv_split.h \
	src/data/csv/csv_table.c src/data/csv/csv_table.h \
	src/data/csv/dialect.c src/data/csv/dialect.h \
	src/data/csv/header_name.c src/data/csv/header_name.h
