// Message digests (libmd): SHA256Init, SHA256Update, SHA256Final, SHA256_DIGEST_LENGTH.
#ifndef TRADEWIND_CMESSAGEDIGEST_SHIM_H
#define TRADEWIND_CMESSAGEDIGEST_SHIM_H
#include <sha2.h>
#endif
