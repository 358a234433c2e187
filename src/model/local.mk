noinst_LIBRARIES += src/model/libmodel.a
src_model_libmodel_a_SOURCES = \
	src/model/choices.c src/model/choices.h \
	src/model/choice_changes.c src/model/choice_changes.h \
	src/model/chosen_trade.c src/model/chosen_trade.h \
	src/model/file_filters.c src/model/file_filters.h \
	src/model/file_loading.c src/model/file_loading.h \
	src/model/file_sums.c src/model/file_sums.h \
	src/model/files.c src/model/files.h \
	src/model/filter_cache.c src/model/filter_cache.h \
	src/model/filtering.c src/model/filtering.h \
	src/model/listed_words.c src/model/listed_words.h \
	src/model/model.c src/model/model.h \
	src/model/opening.c src/model/opening.h \
	src/model/preview.c src/model/preview.h \
	src/model/progressive_sums.c src/model/progressive_sums.h \
	src/model/recompute.c src/model/recompute.h \
	src/model/results.c src/model/results.h \
	src/model/search.c src/model/search.h \
	src/model/sum_identity.c src/model/sum_identity.h \
	src/model/sums.c src/model/sums.h \
	src/model/load_queue.h src/model/message.h src/model/selection.h \
	src/model/scenario_choice.c
