# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += src/extract/libextract.a
src_extract_libextract_a_SOURCES = \
	src/extract/events.c src/extract/events.h \
	src/extract/extraction.c src/extract/extraction.h \
	src/extract/measures.c src/extract/measures.h \
	src/extract/mention.c src/extract/mention.h \
	src/extract/news_words.c src/extract/news_words.h \
	src/extract/parties.c src/extract/parties.h \
	src/extract/periods.c src/extract/periods.h \
	src/extract/proposal.c src/extract/proposal.h \
	src/extract/quantity.c src/extract/quantity.h \
	src/extract/ranks.c src/extract/ranks.h \
	src/extract/sentence.c src/extract/sentence.h \
	src/extract/story.c src/extract/story.h \
	src/extract/thread.c src/extract/thread.h \
	src/extract/token.c src/extract/token.h \
	src/extract/wording.c src/extract/wording.h
nodist_src_extract_libextract_a_SOURCES = src/extract/news_word_table.h

# The words are built in, so that the same article gives the same proposals everywhere.
src/extract/news_word_table.h: data/news-words.csv
	@$(MKDIR_P) src/extract
	$(AM_V_GEN)$(AWK) -F, 'BEGIN { print "/* SPDX-License-Identifier: GPL-3.0-or-later */"; \
	    print "/* Made from data/news-words.csv. */" } \
	    NR > 1 { printf "{\"%s\", WORD_%s, \"%s\"},\n", $$1, toupper($$2), $$3 }' \
	    $(srcdir)/data/news-words.csv >$@.new && mv $@.new $@
src/extract/news_words.$(OBJEXT): src/extract/news_word_table.h
BUILT_SOURCES += src/extract/news_word_table.h
CLEANFILES += src/extract/news_word_table.h
