dist_pkgdata_DATA = data/countries.csv data/india-russia.csv
EXTRA_DIST += data/README
