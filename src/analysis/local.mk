noinst_LIBRARIES += src/analysis/libanalysis.a
src_analysis_libanalysis_a_SOURCES = \
	src/analysis/agreement.c src/analysis/agreement.h \
	src/analysis/analysis.c src/analysis/analysis.h \
	src/analysis/audit.c src/analysis/audit.h src/analysis/audit_context.h \
	src/analysis/audit_claims.c \
	src/analysis/balance.c src/analysis/balance.h \
	src/analysis/breakdown.c src/analysis/breakdown.h \
	src/analysis/claim_facts.c src/analysis/claim_facts.h \
	src/analysis/claim_keys.c src/analysis/claim_keys.h \
	src/analysis/composition.c src/analysis/composition.h \
	src/analysis/country_numbers.c src/analysis/country_numbers.h \
	src/analysis/derivation.c src/analysis/derivation.h \
	src/analysis/difference.c \
	src/analysis/goal_parse.c \
	src/analysis/headline.c src/analysis/headline.h \
	src/analysis/interval.c src/analysis/interval.h \
	src/analysis/mirror.c src/analysis/mirror.h \
	src/analysis/observation.c src/analysis/observation.h \
	src/analysis/observation_keys.c src/analysis/observation_keys.h \
	src/analysis/observation_rows.c src/analysis/observation_rows.h \
	src/analysis/pair.c src/analysis/pair.h \
	src/analysis/part_order.c src/analysis/part_order.h \
	src/analysis/part_text.c \
	src/analysis/partition.c src/analysis/partition.h \
	src/analysis/partition_lines.c src/analysis/partition_lines.h \
	src/analysis/partition_rules.c src/analysis/partition_rules.h \
	src/analysis/partition_wholes.c \
	src/analysis/path.c src/analysis/path.h \
	src/analysis/row_selection.c src/analysis/row_selection.h \
	src/analysis/scenario.c src/analysis/scenario.h \
	src/analysis/scenario_text.c \
	src/analysis/series.c src/analysis/series.h \
	src/analysis/series_append.c \
	src/analysis/stated.c src/analysis/stated.h \
	src/analysis/statistic.c src/analysis/statistic.h \
	src/analysis/statistic_choice.c src/analysis/statistic_terms.h \
	src/analysis/verdict.c src/analysis/verdict.h \
	src/analysis/verdict_text.c
