noinst_LIBRARIES += src/report/libreport.a
src_report_libreport_a_SOURCES = \
	src/report/cell.c src/report/cell.h \
	src/report/check_report.c src/report/check_report.h \
	src/report/claims_report.c src/report/claims_report.h \
	src/report/explain_report.c src/report/explain_report.h \
	src/report/export_files.c src/report/export_files.h \
	src/report/extract_report.c src/report/extract_report.h \
	src/report/file_columns.c src/report/file_columns.h \
	src/report/pane_report.c \
	src/report/report.c src/report/report.h src/report/report_format.h \
	src/report/sum_lines.c src/report/sum_lines.h src/report/sum_order.c \
	src/report/sum_overlap.c src/report/sum_overlap.h \
	src/report/sum_report.c src/report/sum_report.h \
	src/report/verify_report.c src/report/verify_report.h
