# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += src/data/value/libvalue.a
src_data_value_libvalue_a_SOURCES = \
	src/data/value/currency.c src/data/value/currency.h \
	src/data/value/date.c src/data/value/date.h \
	src/data/value/decimal.c src/data/value/decimal.h \
	src/data/value/number_reader.c src/data/value/number_reader.h \
	src/data/value/number_survey.c src/data/value/number_survey.h \
	src/data/value/period.c src/data/value/period.h \
	src/data/value/stated_unit.c src/data/value/stated_unit.h \
	src/data/value/unit.c src/data/value/unit.h \
	src/data/value/unit_remedy.c src/data/value/unit_remedy.h \
	src/data/value/word_pattern.c src/data/value/word_pattern.h
nodist_src_data_value_libvalue_a_SOURCES = src/data/value/currency_table.h

# The currencies are built in, so that a unit means the same wherever it is read.
src/data/value/currency_table.h: data/currencies.csv
	@$(MKDIR_P) src/data/value
	$(AM_V_GEN)$(AWK) -F, 'BEGIN { print "/* SPDX-License-Identifier: GPL-3.0-or-later */"; \
	    print "/* Made from data/currencies.csv. */" } \
	    NR > 1 { printf "{\"%s\", \"%s\", %d},\n", $$1, $$2, $$3 == "former" }' \
	    $(srcdir)/data/currencies.csv >$@.new && mv $@.new $@
src/data/value/currency.$(OBJEXT): src/data/value/currency_table.h
BUILT_SOURCES += src/data/value/currency_table.h
CLEANFILES += src/data/value/currency_table.h
