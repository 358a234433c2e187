noinst_LIBRARIES += src/data/libdata.a
src_data_libdata_a_SOURCES = \
	src/data/archive_library.c src/data/archive_library.h \
	src/data/arrival.c src/data/arrival.h \
	src/data/batch.c src/data/batch.h \
	src/data/cells.c src/data/cells.h \
	src/data/column.c src/data/column.h \
	src/data/country.c src/data/country.h \
	src/data/csv.c src/data/csv.h \
	src/data/csv_field.c src/data/csv_field.h \
	src/data/csv_marks.c src/data/csv_marks.h \
	src/data/csv_repair.c src/data/csv_repair.h \
	src/data/csv_split.c src/data/csv_split.h \
	src/data/csv_table.c src/data/csv_table.h \
	src/data/dataset.c src/data/dataset.h \
	src/data/dataset_join.c src/data/dataset_join.h \
	src/data/date.c src/data/date.h \
	src/data/decimal.c src/data/decimal.h \
	src/data/dialect.c src/data/dialect.h \
	src/data/dictionary.c src/data/dictionary.h \
	src/data/encoding.c src/data/encoding.h \
	src/data/format.c src/data/format.h \
	src/data/format_field.c \
	src/data/format_line.c src/data/format_line.h \
	src/data/format_list.c src/data/format_list.h \
	src/data/format_mapping.c src/data/format_mapping.h \
	src/data/format_match.c src/data/format_match.h \
	src/data/format_parser.h \
	src/data/format_sources.c src/data/format_sources.h \
	src/data/format_wish.c src/data/format_wish.h \
	src/data/format_words.c src/data/format_words.h \
	src/data/gunzip.c src/data/gunzip.h \
	src/data/head.c src/data/head.h \
	src/data/head_reader.c src/data/head_reader.h \
	src/data/header_check.c src/data/header_check.h \
	src/data/header_name.c src/data/header_name.h \
	src/data/hs.c src/data/hs.h \
	src/data/id_check.c src/data/id_check.h \
	src/data/input.c src/data/input.h \
	src/data/intake.c src/data/intake.h \
	src/data/left_out.c src/data/left_out.h \
	src/data/load_plan.c src/data/load_plan.h \
	src/data/loading.c src/data/loading.h \
	src/data/mapping.c src/data/mapping.h \
	src/data/members.c src/data/members.h \
	src/data/number_reader.c src/data/number_reader.h \
	src/data/number_survey.c src/data/number_survey.h \
	src/data/numeral.c src/data/numeral.h \
	src/data/origin.c src/data/origin.h \
	src/data/part_queue.c src/data/part_queue.h \
	src/data/passed.c src/data/passed.h \
	src/data/period.c src/data/period.h \
	src/data/period_rule.c src/data/period_rule.h \
	src/data/plain_mappers.c \
	src/data/problem.c src/data/problem.h \
	src/data/reader.c src/data/reader.h \
	src/data/record_finder.c src/data/record_finder.h \
	src/data/recognise.c src/data/recognise.h \
	src/data/refusal.c src/data/refusal.h \
	src/data/row_check.c src/data/row_check.h \
	src/data/row_places.c src/data/row_places.h \
	src/data/short_text.h \
	src/data/side_table.c src/data/side_table.h \
	src/data/source.c src/data/source.h \
	src/data/stream.c src/data/stream.h \
	src/data/table.c src/data/table.h \
	src/data/text_store.c src/data/text_store.h \
	src/data/unread.c src/data/unread.h \
	src/data/translate.c src/data/translate.h \
	src/data/translate_country.c \
	src/data/translate_period.c \
	src/data/translate_product.c \
	src/data/unit.c src/data/unit.h \
	src/data/unpack.c src/data/unpack.h \
	src/data/vocabulary.c src/data/vocabulary.h \
	src/data/window.c src/data/window.h \
	src/data/word_meanings.c src/data/word_meanings.h \
	src/data/word_pattern.c src/data/word_pattern.h \
	src/data/zones.c
