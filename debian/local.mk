# What the Debian package is made from; ./dev deb makes it.
EXTRA_DIST += \
	debian/changelog \
	debian/control \
	debian/copyright \
	debian/docs \
	debian/rules \
	debian/source/format \
	debian/source/lintian-overrides debian/tradescope.lintian-overrides
