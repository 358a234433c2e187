noinst_LIBRARIES += src/ui/libui.a
src_ui_libui_a_SOURCES = \
	src/ui/idle_work.c src/ui/idle_work.h \
	src/ui/background.c src/ui/background.h \
	src/ui/candidates.c src/ui/candidates.h \
	src/ui/headless.c src/ui/headless.h \
	src/ui/keyboard.c src/ui/keyboard.h \
	src/ui/terminal_input.c src/ui/terminal_input.h \
	src/ui/painter.c src/ui/painter.h \
	src/ui/past_lines.c src/ui/past_lines.h \
	src/ui/prompt.c src/ui/prompt.h \
	src/ui/prompt_layout.c src/ui/prompt_layout.h \
	src/ui/terminal_restore.c src/ui/terminal_restore.h \
	src/ui/session.c src/ui/session.h \
	src/ui/terminal.c src/ui/terminal.h \
	src/ui/theme.c src/ui/theme.h
