/* A stand-in for cuBLAS. */
#include "stand_in.h"

HANDLE(cublasCreate_v2, cublasDestroy_v2)
int cublasGetMathMode(void *handle, int *mode) { *mode = 0; return 0; }
int cublasGetPointerMode_v2(void *handle, int *mode) { *mode = 0; return 0; }
