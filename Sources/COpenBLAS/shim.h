// The C interfaces of BLAS (cblas) and LAPACK (LAPACKE), with 32-bit integers.
#pragma once
// Plain structs instead of C99 complex numbers, which Swift cannot import.
#define LAPACK_COMPLEX_STRUCTURE
#include <cblas.h>
#include <lapacke.h>
