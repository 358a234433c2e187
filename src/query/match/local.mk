# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += src/query/match/libmatch.a
src_query_match_libmatch_a_SOURCES = \
	src/query/match/needle.c src/query/match/needle.h \
	src/query/match/pattern.c src/query/match/pattern.h \
	src/query/match/required.c src/query/match/required.h \
	src/query/match/smart_case.c src/query/match/smart_case.h
