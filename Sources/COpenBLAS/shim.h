// The C interfaces of BLAS (cblas) and LAPACK (LAPACKE), with 32-bit integers, loaded at first use.
//
// OpenBLAS starts a pool of threads when it is loaded. Most commands never multiply a matrix, so the
// program is not linked with it: each function below has a twin 'loaded_…' that finds it in the
// library and remembers the place. The types are those of the headers.
#pragma once
// Plain structs instead of C99 complex numbers, which Swift cannot import.
#define LAPACK_COMPLEX_STRUCTURE
// The headers stand in other folders on other systems.
#if __has_include(<cblas.h>)
#include <cblas.h>
#else
#include <openblas/cblas.h>
#endif
#if __has_include(<lapacke.h>)
#include <lapacke.h>
#elif __has_include(<lapacke/lapacke.h>)
#include <lapacke/lapacke.h>
#else
#include <openblas/lapacke.h>
#endif
#include <dlfcn.h>
#include <stddef.h>

// The libraries, by the names that their packages install; the one of LAPACKE needs that of BLAS.
static inline void *tradewind_linear_algebra(int which) {
  static void *handles[2];
  static const char *const names[2] = {"libopenblas.so.0", "liblapacke.so.3"};
  if (!handles[which]) handles[which] = dlopen(names[which], RTLD_NOW | RTLD_GLOBAL);
  return handles[which];
}

// What dlopen has to say when a library cannot be loaded; NULL when both can.
static inline const char *tradewind_linear_algebra_problem(void) {
  for (int which = 0; which < 2; which++)
    if (!tradewind_linear_algebra(which)) return dlerror();
  return NULL;
}

// Some builds of OpenBLAS hold LAPACKE too, so that both are searched.
static inline void *tradewind_linear_algebra_symbol(const char *name) {
  for (int which = 1; which >= 0; which--) {
    void *library = tradewind_linear_algebra(which);
    void *found = library ? dlsym(library, name) : NULL;
    if (found) return found;
  }
  return NULL;
}

#define TRADEWIND_LOADED(name)                                              \
  static inline __typeof__(&name) _Nonnull loaded_##name(void) {            \
    static __typeof__(&name) place;                                         \
    if (!place) place = (__typeof__(&name))tradewind_linear_algebra_symbol(#name); \
    return place;                                                           \
  }

TRADEWIND_LOADED(openblas_set_num_threads)
TRADEWIND_LOADED(openblas_get_num_threads)
TRADEWIND_LOADED(cblas_dgemm)
TRADEWIND_LOADED(cblas_dgemv)
TRADEWIND_LOADED(cblas_dsyrk)
TRADEWIND_LOADED(cblas_dtrsv)
TRADEWIND_LOADED(LAPACKE_dgelsy)
TRADEWIND_LOADED(LAPACKE_dgeqrf)
TRADEWIND_LOADED(LAPACKE_dgesv)
TRADEWIND_LOADED(LAPACKE_dgetrf)
TRADEWIND_LOADED(LAPACKE_dgetrs)
TRADEWIND_LOADED(LAPACKE_dormqr)
TRADEWIND_LOADED(LAPACKE_dpotrf)
TRADEWIND_LOADED(LAPACKE_dpotrs)
TRADEWIND_LOADED(LAPACKE_dpstrf)
TRADEWIND_LOADED(LAPACKE_dsysv)
TRADEWIND_LOADED(LAPACKE_dtrtri)
