dist_man_MANS = man/tradescope.1 man/tradescope.5 man/tradescope-config.5 man/tradescope-format.5 man/tradescope-report.5 man/tradescope.7
