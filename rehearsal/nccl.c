/* A stand-in for NCCL: processes that add nothing up. */
#include "stand_in.h"

static int communicator(void **made) { return (*made = calloc(1, 4096)) == NULL; }

int ncclGetVersion(int *version) { *version = 22809; return 0; }
int ncclGetUniqueId(char *id) { memset(id, 7, 128); return 0; }
int ncclCommInitRank(void **made, int size) { return communicator(made); }
int ncclCommInitRankConfig(void **made, int size) { return communicator(made); }
int ncclCommInitRankScalable(void **made, int size) { return communicator(made); }
int ncclCommGetAsyncError(void *communicator, int *error) { *error = 0; return 0; }
const char *ncclGetErrorString(int error) { return error ? "unknown error" : "no error"; }
const char *ncclGetLastError(void *communicator) { return ""; }
