// The C interface of Clp (linear programs), loaded at first use.
//
// Clp brings a C++ runtime and linear algebra of its own. Only checks of figures that depend on each
// other need it, so the program is not linked with it: each function below has a twin 'loaded_…' that
// finds it in the library and remembers the place. The types are those of the header.
#pragma once
#include <coin/Clp_C_Interface.h>
#include <dlfcn.h>
#include <stddef.h>

// The library, by the name that its package installs; NULL when it cannot be loaded.
static inline void *tradewind_linear_programs(void) {
  static void *handle;
  if (!handle) handle = dlopen("libClp.so.1", RTLD_NOW | RTLD_LOCAL);
  return handle;
}

#define TRADEWIND_LOADED(name)                                              \
  static inline __typeof__(&name) _Nonnull loaded_##name(void) {            \
    static __typeof__(&name) place;                                         \
    if (!place) place = (__typeof__(&name))dlsym(tradewind_linear_programs(), #name); \
    return place;                                                           \
  }

TRADEWIND_LOADED(Clp_newModel)
TRADEWIND_LOADED(Clp_deleteModel)
TRADEWIND_LOADED(Clp_setLogLevel)
TRADEWIND_LOADED(Clp_setMaximumIterations)
TRADEWIND_LOADED(Clp_loadProblem)
TRADEWIND_LOADED(Clp_dual)
TRADEWIND_LOADED(Clp_status)
TRADEWIND_LOADED(Clp_getColSolution)
TRADEWIND_LOADED(Clp_getRowPrice)
TRADEWIND_LOADED(Clp_setPrimalTolerance)
TRADEWIND_LOADED(Clp_chgRowLower)
TRADEWIND_LOADED(Clp_chgRowUpper)
TRADEWIND_LOADED(Clp_chgColumnLower)
TRADEWIND_LOADED(Clp_chgColumnUpper)
TRADEWIND_LOADED(Clp_chgObjCoefficients)
TRADEWIND_LOADED(Clp_primal)
TRADEWIND_LOADED(Clp_numberIterations)
TRADEWIND_LOADED(Clp_setNumberIterations)
TRADEWIND_LOADED(Clp_infeasibilityRay)
TRADEWIND_LOADED(Clp_freeRay)
TRADEWIND_LOADED(Clp_getReducedCost)
TRADEWIND_LOADED(Clp_getColumnStatus)
TRADEWIND_LOADED(Clp_getRowStatus)
