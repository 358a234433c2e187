noinst_LIBRARIES += src/report/libreport.a
src_report_libreport_a_SOURCES = \
	src/report/cell.c src/report/cell.h \
	src/report/check_report.c src/report/check_report.h \
	src/report/citations.c src/report/citations.h \
	src/report/claims_report.c src/report/claims_report.h \
	src/report/copy_text.c src/report/copy_text.h \
	src/report/explain_report.c src/report/explain_report.h \
	src/report/export_files.c src/report/export_files.h \
	src/report/file_columns.c src/report/file_columns.h \
	src/report/page_claims.c src/report/page_content.h \
	src/report/page_csv.c src/report/page_html.c src/report/page_text.c \
	src/report/page_make.c src/report/page_make.h \
	src/report/page_numbers.c src/report/page_statistics.c \
	src/report/report_table.c src/report/report_table.h \
	src/report/page_wish.h \
	src/report/page_write.c src/report/page_write.h \
	src/report/pane_report.c \
	src/report/report.h src/report/report_format.h \
	src/report/report_default.c src/report/report_default.h \
	src/report/report_evidence.c src/report/report_evidence.h \
	src/report/report_fields.c src/report/report_fields.h \
	src/report/report_notes.c src/report/report_notes.h \
	src/report/report_number.c src/report/report_number.h \
	src/report/report_page.c src/report/report_page.h \
	src/report/trade_report.c src/report/trade_report.h \
	src/report/shown_page.c src/report/shown_page.h \
	src/report/sum_lines.c src/report/sum_lines.h src/report/sum_order.c \
	src/report/sum_overlap.c src/report/sum_overlap.h \
	src/report/sum_report.c src/report/sum_report.h \
	src/report/verify_report.c src/report/verify_report.h
