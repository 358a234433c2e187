noinst_LIBRARIES += src/command/libcommand.a
src_command_libcommand_a_SOURCES = \
	src/command/binding.c src/command/binding.h \
	src/command/command.c src/command/command.h \
	src/command/completion.c src/command/completion.h
