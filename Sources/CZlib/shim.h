// Compressed input (zlib): inflate of gzip members, in parts.
#ifndef TRADEWIND_CZLIB_SHIM_H
#define TRADEWIND_CZLIB_SHIM_H
#include <zlib.h>

// The header gives this as a macro with a cast, which is not imported.
static inline int czlib_inflate_init_gzip(z_stream *stream) {
  return inflateInit2(stream, 15 + 16);
}
#endif
