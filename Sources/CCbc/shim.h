// The C interfaces of Clp (linear programs) and Cbc (mixed integer programs).
#pragma once
#include <Cbc_C_Interface.h>
#include <Clp_C_Interface.h>
