# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += src/data/value/libvalue.a
src_data_value_libvalue_a_SOURCES = \
	src/data/value/date.c src/data/value/date.h \
	src/data/value/decimal.c src/data/value/decimal.h \
	src/data/value/number_reader.c src/data/value/number_reader.h \
	src/data/value/number_survey.c src/data/value/number_survey.h \
	src/data/value/fast_number.c src/data/value/fast_number.h \
	src/data/value/period.c src/data/value/period.h \
	src/data/value/unit.c src/data/value/unit.h \
	src/data/value/word_pattern.c src/data/value/word_pattern.h
