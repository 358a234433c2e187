noinst_LIBRARIES += src/ui/libui.a
src_ui_libui_a_SOURCES = \
	src/ui/background.c src/ui/background.h \
	src/ui/candidates.c src/ui/candidates.h \
	src/ui/headless.c src/ui/headless.h \
	src/ui/interactive.c src/ui/interactive.h \
	src/ui/keyboard.c src/ui/keyboard.h \
	src/ui/keycode.c src/ui/keycode.h \
	src/ui/painter.c src/ui/painter.h \
	src/ui/past_lines.c src/ui/past_lines.h \
	src/ui/prompt.c src/ui/prompt.h \
	src/ui/prompt_row.c src/ui/prompt_row.h \
	src/ui/rescue.c src/ui/rescue.h \
	src/ui/session.c src/ui/session.h \
	src/ui/terminal.c src/ui/terminal.h \
	src/ui/theme.c src/ui/theme.h
