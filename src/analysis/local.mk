noinst_LIBRARIES += src/analysis/libanalysis.a
src_analysis_libanalysis_a_SOURCES = \
	src/analysis/agreement.c src/analysis/agreement.h \
	src/analysis/analysis.c src/analysis/analysis.h \
	src/analysis/audit.c src/analysis/audit.h src/analysis/audit_context.h \
	src/analysis/audit_claims.c \
	src/analysis/balance.c src/analysis/balance.h \
	src/analysis/breakdown.h \
	src/analysis/claim_facts.c src/analysis/claim_facts.h \
	src/analysis/claim_keys.c src/analysis/claim_keys.h \
	src/analysis/country_numbers.c src/analysis/country_numbers.h \
	src/analysis/derivation.c src/analysis/derivation.h \
	src/analysis/goal_parse.c \
	src/analysis/headline.c src/analysis/headline.h \
	src/analysis/interval.c src/analysis/interval.h \
	src/analysis/mirror.h \
	src/analysis/observation.c src/analysis/observation.h \
	src/analysis/observation_keys.c src/analysis/observation_keys.h \
	src/analysis/observation_rows.c src/analysis/observation_rows.h \
	src/analysis/pair.c src/analysis/pair.h \
	src/analysis/path.c src/analysis/path.h \
	src/analysis/scenario.c src/analysis/scenario.h \
	src/analysis/scenario_text.c \
	src/analysis/series.h \
	src/analysis/stated.c src/analysis/stated.h \
	src/analysis/statistic.h \
	src/analysis/verdict.c src/analysis/verdict.h \
	src/analysis/verdict_text.c
