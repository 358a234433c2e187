noinst_LIBRARIES += src/ui/libui.a
src_ui_libui_a_SOURCES = \
	src/ui/headless.c src/ui/headless.h \
	src/ui/interactive.c src/ui/interactive.h \
	src/ui/keyboard.c src/ui/keyboard.h \
	src/ui/painter.c src/ui/painter.h \
	src/ui/prompt.c src/ui/prompt.h \
	src/ui/terminal.c src/ui/terminal.h \
	src/ui/theme.c src/ui/theme.h
