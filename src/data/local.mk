noinst_LIBRARIES += src/data/libdata.a
src_data_libdata_a_SOURCES = \
	src/data/country.c src/data/country.h \
	src/data/csv.c src/data/csv.h \
	src/data/csv_split.c src/data/csv_split.h \
	src/data/dataset.c src/data/dataset.h \
	src/data/date.c src/data/date.h \
	src/data/decimal.c src/data/decimal.h \
	src/data/dictionary.c src/data/dictionary.h \
	src/data/input.c src/data/input.h \
	src/data/mapping.c src/data/mapping.h \
	src/data/period.c src/data/period.h \
	src/data/problem.c src/data/problem.h \
	src/data/row_check.c src/data/row_check.h \
	src/data/table.c src/data/table.h \
	src/data/unit.c src/data/unit.h \
	src/data/vocabulary.c src/data/vocabulary.h \
	src/data/word_meanings.c src/data/word_meanings.h
