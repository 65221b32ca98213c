// The CommonMark parser with GitHub's extensions (libcmark-gfm); only `Markdown` imports this.
#ifndef TRADEWIND_CMARKDOWN_SHIM_H
#define TRADEWIND_CMARKDOWN_SHIM_H
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#endif
