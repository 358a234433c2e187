noinst_LIBRARIES += src/report/libreport.a
src_report_libreport_a_SOURCES = \
	src/report/claims_report.c src/report/claims_report.h \
	src/report/explain_report.c \
	src/report/pane_report.c \
	src/report/report.c src/report/report.h
