noinst_LIBRARIES += src/base/libbase.a
src_base_libbase_a_SOURCES = \
	src/base/array.h \
	src/base/ascii.h \
	src/base/buffer.c src/base/buffer.h \
	src/base/clock.h \
	src/base/effort.h \
	src/base/atomic_file.c src/base/atomic_file.h \
	src/base/complaint.c src/base/complaint.h \
	src/base/error.c src/base/error.h \
	src/base/hash.h \
	src/base/cpu.h \
	src/base/vec16.h \
	src/base/memory_block.c src/base/memory_block.h \
	src/base/memory.c src/base/memory.h \
	src/base/memory_limit.c src/base/memory_limit.h \
	src/base/memory_reserve.c src/base/memory_reserve.h \
	src/base/parallel.c src/base/parallel.h \
	src/base/paths.c src/base/paths.h \
	src/base/regular_file.c src/base/regular_file.h \
	src/base/sha256.c src/base/sha256.h \
	src/base/short_text.h \
	src/base/sink.c src/base/sink.h \
	src/base/suggestion.c src/base/suggestion.h \
	src/base/text.c src/base/text.h \
	src/base/event.c src/base/event.h
