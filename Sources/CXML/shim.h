// The HTML parser of libxml2; only `TradeImport/HTML` imports this.
#ifndef TRADEWIND_CXML_SHIM_H
#define TRADEWIND_CXML_SHIM_H
#include <libxml/xmlversion.h>
// Without this the headers of ICU come along and clash with those of Foundation.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#endif
