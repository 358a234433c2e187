# The surroundings of every test: one locale and time zone, and a home folder of its own, which is
# gone when the test ends. Tests find the program, and the sources, through the environment.
AM_TESTS_ENVIRONMENT = \
	LC_ALL=C.UTF-8; TZ=UTC; INPUTRC=/dev/null; export LC_ALL TZ INPUTRC; \
	LAYERS='$(LAYERS)'; export LAYERS; \
	unset NO_COLOR COLUMNS LINES TRADESCOPE_DATADIR; \
	HOME=`mktemp -d` || exit 99; export HOME; trap 'rm -rf "$$HOME"' 0; \
	XDG_CONFIG_HOME=$$HOME/config; XDG_STATE_HOME=$$HOME/state; XDG_CACHE_HOME=$$HOME/cache; \
	export XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME; \
	TRADESCOPE=$${TRADESCOPE:-$(abs_top_builddir)/src/tradescope}; export TRADESCOPE;

include tests/unit/local.mk
include tests/cli/local.mk
include tests/completion/local.mk
include tests/screen/local.mk
include tests/screen/views.mk
include tests/terminal/local.mk
include tests/manual/local.mk
include tests/fuzz/local.mk
include tests/formats/local.mk
include tests/differ/local.mk
include tests/monkey/local.mk
