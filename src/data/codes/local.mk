# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += src/data/codes/libcodes.a
src_data_codes_libcodes_a_SOURCES = \
	src/data/codes/country.c src/data/codes/country.h \
	src/data/codes/hs.c src/data/codes/hs.h \
	src/data/codes/place_words.c src/data/codes/place_words.h \
	src/data/codes/product_label.c src/data/codes/product_label.h
