# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += src/data/io/libio.a
src_data_io_libio_a_SOURCES = \
	src/data/io/archive_library.c src/data/io/archive_library.h \
	src/data/io/charset_guess.c src/data/io/charset_guess.h \
	src/data/io/convert.c src/data/io/convert.h \
	src/data/io/database.c src/data/io/database.h \
	src/data/io/database_name.c src/data/io/database_name.h \
	src/data/io/database_session.c src/data/io/database_session.h \
	src/data/io/database_table.c \
	src/data/io/encoding.c src/data/io/encoding.h \
	src/data/io/gunzip.c src/data/io/gunzip.h \
	src/data/io/small_file.c src/data/io/small_file.h \
	src/data/io/archive_members.c src/data/io/archive_members.h \
	src/data/io/expat_library.c src/data/io/expat_library.h \
	src/data/io/loaded_library.c src/data/io/loaded_library.h \
	src/data/io/sheet_date.c src/data/io/sheet_date.h \
	src/data/io/sheet_parts.c \
	src/data/io/sheet_rows.c src/data/io/sheet_rows.h \
	src/data/io/sheet_writer.c src/data/io/sheet_writer.h \
	src/data/io/page_parse.c src/data/io/page_parse.h \
	src/data/io/page_table.c src/data/io/page_table.h \
	src/data/io/web_page.c src/data/io/web_page.h \
	src/data/io/xml2_library.c src/data/io/xml2_library.h \
	src/data/io/workbook.c src/data/io/workbook.h \
	src/data/io/xml_part.c src/data/io/xml_part.h \
	src/data/io/raw_input.c src/data/io/raw_input.h \
	src/data/io/odbc_library.c src/data/io/odbc_library.h \
	src/data/io/passed.c src/data/io/passed.h \
	src/data/io/problem.c src/data/io/problem.h \
	src/data/io/file_sniff.c src/data/io/file_sniff.h \
	src/data/io/input_source.c src/data/io/input_source.h \
	src/data/io/spool.c src/data/io/spool.h \
	src/data/io/unpack.c src/data/io/unpack.h \
	src/data/io/read_buffer.c src/data/io/read_buffer.h
