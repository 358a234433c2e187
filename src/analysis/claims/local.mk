# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += src/analysis/claims/libclaims.a
src_analysis_claims_libclaims_a_SOURCES = \
	src/analysis/claims/agreement.c src/analysis/claims/agreement.h \
	src/analysis/claims/analysis.c src/analysis/claims/analysis.h \
	src/analysis/claims/audit_checks.c src/analysis/claims/audit.h \
	src/analysis/claims/audit_claims.c \
	src/analysis/claims/audit_checks.h \
	src/analysis/claims/balance.c src/analysis/claims/balance.h \
	src/analysis/claims/claim_facts.c src/analysis/claims/claim_facts.h \
	src/analysis/claims/claim_fate.c src/analysis/claims/claim_fate.h \
	src/analysis/claims/claim_keys.c src/analysis/claims/claim_keys.h \
	src/analysis/claims/claim_lines.c src/analysis/claims/claim_lines.h \
	src/analysis/claims/derivation.c src/analysis/claims/derivation.h \
	src/analysis/claims/derivation_format.c \
	src/analysis/claims/disputes.c src/analysis/claims/disputes.h \
	src/analysis/claims/goal_parse.c \
	src/analysis/claims/headline.c src/analysis/claims/headline.h \
	src/analysis/claims/interval.c src/analysis/claims/interval.h \
	src/analysis/claims/observation.c src/analysis/claims/observation.h \
	src/analysis/claims/observation_keys.c src/analysis/claims/observation_keys.h \
	src/analysis/claims/pair.c src/analysis/claims/pair.h \
	src/analysis/claims/path.c src/analysis/claims/path.h \
	src/analysis/claims/scenario.c src/analysis/claims/scenario.h \
	src/analysis/claims/scenario_text.c \
	src/analysis/claims/stated.c src/analysis/claims/stated.h \
	src/analysis/claims/verdict.c src/analysis/claims/verdict.h \
	src/analysis/claims/verdict_text.c
