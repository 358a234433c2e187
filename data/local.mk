dist_pkgdata_DATA = data/countries.csv data/hs.csv data/india-russia.csv data/india-russia-dgcis.csv
EXTRA_DIST += data/README
