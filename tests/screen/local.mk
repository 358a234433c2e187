# A screen test is a file of keys and the screen that they lead to; see tests/screen/run.
TEST_EXTENSIONS = .keys
KEYS_LOG_COMPILER = $(srcdir)/tests/screen/run
screen_tests = \
	tests/screen/ascii.keys \
	tests/screen/back-step.keys \
	tests/screen/broken.keys \
	tests/screen/command-unknown.keys \
	tests/screen/complete-command.keys \
	tests/screen/complete-empty.keys \
	tests/screen/complete-list.keys \
	tests/screen/complete-narrow.keys \
	tests/screen/complete-prefix.keys \
	tests/screen/default-120x34.keys \
	tests/screen/default-200x60.keys \
	tests/screen/default-80x24.keys \
	tests/screen/default-checks.keys \
	tests/screen/default-path-120x34.keys \
	tests/screen/default-path.keys \
	tests/screen/default-source.keys \
	tests/screen/exclude.keys \
	tests/screen/explain.keys \
	tests/screen/filter-half-typed.keys \
	tests/screen/filter-mended.keys \
	tests/screen/filter-nothing.keys \
	tests/screen/filter-preview.keys \
	tests/screen/filter-wrong.keys \
	tests/screen/filters-list.keys \
	tests/screen/header-only.keys \
	tests/screen/help-search.keys \
	tests/screen/help.keys \
	tests/screen/hostile-ascii.keys \
	tests/screen/hostile-source.keys \
	tests/screen/hostile.keys \
	tests/screen/keep.keys \
	tests/screen/key-alt.keys \
	tests/screen/key-character.keys \
	tests/screen/key-interrupt.keys \
	tests/screen/key-paste.keys \
	tests/screen/key-sequences.keys \
	tests/screen/key-unknown.keys \
	tests/screen/locale-c.keys \
	tests/screen/mouse-click.keys \
	tests/screen/mouse-double-click.keys \
	tests/screen/mouse-wheel.keys \
	tests/screen/option-filter.keys \
	tests/screen/pane-events.keys \
	tests/screen/pane-figures.keys \
	tests/screen/pane-path.keys \
	tests/screen/pane-source.keys \
	tests/screen/prompt-after-search.keys \
	tests/screen/prompt-end-of-input.keys \
	tests/screen/prompt-history.keys \
	tests/screen/prompt-inputrc.keys \
	tests/screen/prompt-long-start.keys \
	tests/screen/prompt-long.keys \
	tests/screen/prompt-paste.keys \
	tests/screen/prompt-quoted-control.keys \
	tests/screen/prompt-resize-tiny.keys \
	tests/screen/prompt-resize.keys \
	tests/screen/prompt-reverse-search-left.keys \
	tests/screen/prompt-reverse-search.keys \
	tests/screen/prompt-vi.keys \
	tests/screen/prompt-wide.keys \
	tests/screen/quick-entered.keys \
	tests/screen/quick-preview.keys \
	tests/screen/quit.keys \
	tests/screen/resize-selection.keys \
	tests/screen/resize-tiny-and-back.keys \
	tests/screen/search-backward.keys \
	tests/screen/search-cancelled-by-escape.keys \
	tests/screen/search-cancelled-by-interrupt.keys \
	tests/screen/search-entered.keys \
	tests/screen/search-nothing.keys \
	tests/screen/search-preview.keys \
	tests/screen/sort.keys \
	tests/screen/start-120x34.keys \
	tests/screen/start-200x60.keys \
	tests/screen/start-40x10.keys \
	tests/screen/start-80x24.keys \
	tests/screen/styles-always.keys \
	tests/screen/styles-monochrome.keys \
	tests/screen/styles.keys \
	tests/screen/too-small.keys \
	tests/screen/undo.keys \
	tests/screen/zoom-figures.keys
TESTS += $(screen_tests)
dist_check_SCRIPTS += tests/screen/run
dist_check_DATA += $(screen_tests) $(screen_tests:.keys=.screen) \
	tests/screen/broken.csv tests/screen/header-only.csv tests/screen/hostile.csv \
	tests/screen/vi.inputrc
