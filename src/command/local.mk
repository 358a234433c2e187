noinst_LIBRARIES += src/command/libcommand.a
src_command_libcommand_a_SOURCES = \
	src/command/actions.h \
	src/command/command.c src/command/command.h \
	src/command/command_table.c \
	src/command/completion_builder.c src/command/completion_builder.h \
	src/command/completion.c src/command/completion.h \
	src/command/configuration.c src/command/configuration.h \
	src/command/expression_completion.c \
	src/command/file_actions.c \
	src/command/filter_actions.c \
	src/command/help.c src/command/help.h \
	src/command/hints.c src/command/hints.h \
	src/command/key_names.c src/command/key_names.h \
	src/command/move_actions.c \
	src/command/pane_actions.c \
	src/command/program_actions.c \
	src/command/scenario_actions.c \
	src/command/scenario_store.c src/command/scenario_store.h \
	src/command/setting_actions.c \
	src/command/setting_completion.c \
	src/command/syntax_hint.c src/command/syntax_hint.h
