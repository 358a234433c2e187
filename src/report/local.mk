noinst_LIBRARIES += src/report/libreport.a
src_report_libreport_a_SOURCES = \
	src/report/csv_report.c \
	src/report/json_report.c \
	src/report/markdown_report.c \
	src/report/report.c src/report/report.h \
	src/report/text_report.c
