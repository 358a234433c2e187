# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += src/data/io/libio.a
src_data_io_libio_a_SOURCES = \
	src/data/io/archive_library.c src/data/io/archive_library.h \
	src/data/io/encoding.c src/data/io/encoding.h \
	src/data/io/gunzip.c src/data/io/gunzip.h \
	src/data/io/input.c src/data/io/input.h \
	src/data/io/members.c src/data/io/members.h \
	src/data/io/origin.c src/data/io/origin.h \
	src/data/io/passed.c src/data/io/passed.h \
	src/data/io/problem.c src/data/io/problem.h \
	src/data/io/refusal.c src/data/io/refusal.h \
	src/data/io/source.c src/data/io/source.h \
	src/data/io/stream.c src/data/io/stream.h \
	src/data/io/unpack.c src/data/io/unpack.h \
	src/data/io/window.c src/data/io/window.h
