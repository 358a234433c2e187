# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += src/evidence/libevidence.a
src_evidence_libevidence_a_SOURCES = \
	src/evidence/article.c src/evidence/article.h \
	src/evidence/article_choice.c src/evidence/article_choice.h \
	src/evidence/plain_text.c src/evidence/plain_text.h \
	src/evidence/quote_check.c src/evidence/quote_check.h \
	src/evidence/quote_record.c src/evidence/quote_record.h \
	src/evidence/word_match.c src/evidence/word_match.h
