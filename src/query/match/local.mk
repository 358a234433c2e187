# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += src/query/match/libmatch.a
src_query_match_libmatch_a_SOURCES = \
	src/query/match/substring.c src/query/match/substring.h \
	src/query/match/pattern.c src/query/match/pattern.h \
	src/query/match/literal_prefilter.c src/query/match/literal_prefilter.h \
	src/query/match/smart_case.c src/query/match/smart_case.h
