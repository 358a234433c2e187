dist_pkgdata_DATA = data/countries.csv data/fiscal-years.csv data/hs.csv data/india-russia.csv \
	data/india-russia.verified.csv data/india-russia-dgcis.csv
formatdir = $(pkgdatadir)/formats
dist_format_DATA = \
	data/formats/atlas.format \
	data/formats/baci-countries.format \
	data/formats/baci-products.format \
	data/formats/baci.format \
	data/formats/cepii-gravity.format \
	data/formats/comexstat-countries.format \
	data/formats/comexstat-web.format \
	data/formats/comexstat-years.format \
	data/formats/comexstat.format \
	data/formats/comtrade-codes.format \
	data/formats/comtrade-legacy.format \
	data/formats/comtrade.format \
	data/formats/cow.format \
	data/formats/databank.format \
	data/formats/dgcis-commodity-codes.format \
	data/formats/dgcis-commodity.format \
	data/formats/dgcis-countries.format \
	data/formats/dgcis-monthly-flow.format \
	data/formats/dgcis-monthly-product.format \
	data/formats/dgcis-monthly.format \
	data/formats/ethiopia.format \
	data/formats/eidb-partner.format data/formats/eidb-products.format \
	data/formats/eurostat-comext.format \
	data/formats/eurostat-shares.format \
	data/formats/eurostat-tsv.format \
	data/formats/faostat-trade.format \
	data/formats/faostat-years.format \
	data/formats/faostat.format \
	data/formats/imf-dots-workbook.format \
	data/formats/imf-dots.format \
	data/formats/imf-imts-years.format \
	data/formats/imf-imts.format \
	data/formats/japan-customs.format \
	data/formats/ons-countries.format \
	data/formats/oec-bulk.format \
	data/formats/oec.format \
	data/formats/owid-other.format data/formats/owid.format \
	data/formats/sdmx.format \
	data/formats/singstat.format \
	data/formats/statcan.format \
	data/formats/statsnz.format \
	data/formats/tradhist.format \
	data/formats/trademap-partners-page.format data/formats/trademap-products-page.format \
	data/formats/trademap-partners.format \
	data/formats/trademap-products.format \
	data/formats/unctad-investment.format \
	data/formats/unctad-partner.format \
	data/formats/unctad.format \
	data/formats/undata-comtrade.format \
	data/formats/us-census-api.format data/formats/us-census-states.format \
	data/formats/us-census.format \
	data/formats/us-otexa.format \
	data/formats/wdi.format \
	data/formats/wits-partner-flows.format \
	data/formats/wits-partner-years.format \
	data/formats/wits-query.format \
	data/formats/wits-summary.format \
	data/formats/wits-world.format \
	data/formats/wto-stats-years.format \
	data/formats/wto-stats.format
EXTRA_DIST += data/README data/currencies.csv
examplesdir = $(docdir)/examples
dist_examples_DATA = data/examples/india-russia.md
