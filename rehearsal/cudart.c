/*
 * A stand-in for CUDA's runtime: GPUs whose memory is the computer's, whose copies copy, and whose
 * kernels do nothing. It counts what a program does with them and tells at the end.
 *
 *   STAND_IN_GPUS    how many there are (default: 1)
 *   STAND_IN_MIB     memory of each in MiB (default: 8192)
 *   STAND_IN_STUCK   a file: while it is there, no kernel ends, and who waits for one waits for good
 *   STAND_IN_REPORT  a file to which a line is added when the process ends
 */
#include "stand_in.h"

#include <dlfcn.h>
#include <driver_types.h>
#include <pthread.h>
#include <unistd.h>

enum { OUT_OF_MEMORY = 2, NO_DEVICE = 100 };

typedef struct Block {
  char *start;
  size_t size;
  int on_host;
  int gpu;
  struct Block *next;
} Block;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static Block *blocks;
static size_t used, most_used, launches, copies, waits;
static int gpus_used;
static __thread int current;
static __thread int last_error;

static long setting(const char *name, long otherwise) {
  const char *text = getenv(name);
  return text == NULL ? otherwise : atol(text);
}

static size_t capacity(void) { return (size_t)setting("STAND_IN_MIB", 8192) << 20; }

static void count(size_t *what) { __sync_fetch_and_add(what, 1); }

static int fail(int error) { return last_error = error; }

__attribute__((destructor)) static void report(void) {
  const char *file = getenv("STAND_IN_REPORT");
  FILE *out = file == NULL || launches == 0 ? NULL : fopen(file, "a");
  if (out != NULL) {
    fprintf(out, "launches=%zu copies=%zu waits=%zu most_mib=%zu left_mib=%zu gpus=%d\n",
            launches, copies, waits, most_used >> 20, used >> 20, gpus_used);
    fclose(out);
  }
}

/* ---- memory ---- */

static int allocate(void **pointer, size_t size, int on_host) {
  *pointer = NULL;
  if (!on_host && used + size > capacity()) return fail(OUT_OF_MEMORY);
  Block *block = malloc(sizeof *block);
  if (block == NULL || posix_memalign(pointer, 4096, size + !size)) return fail(OUT_OF_MEMORY);
  memset(*pointer, 0, size);
  *block = (Block){*pointer, size, on_host, current, NULL};
  pthread_mutex_lock(&lock);
  block->next = blocks;
  blocks = block;
  gpus_used |= 1 << current;
  if (!on_host && (used += size) > most_used) most_used = used;
  pthread_mutex_unlock(&lock);
  return 0;
}

static int release(void *pointer) {
  pthread_mutex_lock(&lock);
  Block **link = &blocks;
  while (*link != NULL && (*link)->start != pointer) link = &(*link)->next;
  Block *block = *link;
  if (block != NULL) {
    *link = block->next;
    if (!block->on_host) used -= block->size;
    free(block->start);
    free(block);
  }
  pthread_mutex_unlock(&lock);
  return 0;
}

int cudaMalloc(void **pointer, size_t size) { return allocate(pointer, size, 0); }
int cudaHostAlloc(void **pointer, size_t size, unsigned flags) { return allocate(pointer, size, 1); }
int cudaFree(void *pointer) { return release(pointer); }
int cudaFreeHost(void *pointer) { return release(pointer); }

int cudaMemGetInfo(size_t *free_now, size_t *total) {
  *total = capacity();
  *free_now = *total - used;
  return 0;
}

int cudaPointerGetAttributes(struct cudaPointerAttributes *attributes, const void *pointer) {
  memset(attributes, 0, sizeof *attributes);
  attributes->type = cudaMemoryTypeUnregistered;
  attributes->devicePointer = attributes->hostPointer = (void *)pointer;
  pthread_mutex_lock(&lock);
  for (Block *block = blocks; block != NULL; block = block->next) {
    if ((char *)pointer >= block->start && (char *)pointer < block->start + block->size) {
      attributes->type = block->on_host ? cudaMemoryTypeHost : cudaMemoryTypeDevice;
      attributes->device = block->gpu;
    }
  }
  pthread_mutex_unlock(&lock);
  return 0;
}

static int copy(void *to, const void *from, size_t size) {
  count(&copies);
  memmove(to, from, size);
  return 0;
}

int cudaMemcpyAsync(void *to, const void *from, size_t size, int kind, void *stream) {
  return copy(to, from, size);
}
int cudaMemcpyPeerAsync(void *to, int a, const void *from, int b, size_t size, void *stream) {
  return copy(to, from, size);
}
int cudaMemcpy(void *to, const void *from, size_t size, int kind) {
  count(&waits);
  return copy(to, from, size);
}
int cudaMemset(void *to, int value, size_t size) { memset(to, value, size); return 0; }
int cudaMemsetAsync(void *to, int value, size_t size, void *stream) {
  return cudaMemset(to, value, size);
}
int cudaMemcpyToSymbol(const void *symbol, const void *from, size_t n, size_t at, int kind) {
  return 0;
}
int cudaGetSymbolAddress(void **pointer, const void *symbol) {
  static char memory[1 << 20];
  *pointer = memory;
  return 0;
}

/* ---- devices ---- */

int cudaGetDeviceCount(int *number) {
  *number = (int)setting("STAND_IN_GPUS", 1);
  return *number > 0 ? 0 : fail(NO_DEVICE);
}
int cudaGetDevice(int *device) { *device = current; return 0; }
int cudaSetDevice(int device) { current = device; return 0; }
int cudaDriverGetVersion(int *version) { *version = 13000; return 0; }
int cudaRuntimeGetVersion(int *version) { *version = 13010; return 0; }
int cudaDeviceCanAccessPeer(int *can, int a, int b) { *can = 0; return 0; }
int cudaDeviceGetStreamPriorityRange(int *least, int *greatest) {
  *least = 0;
  *greatest = -5;
  return 0;
}
int cudaDeviceGetPCIBusId(char *text, int size, int device) {
  snprintf(text, size, "0000:%02x:00.0", device);
  return 0;
}

/* Those of a card of compute capability 9.0. */
int cudaGetDeviceProperties(struct cudaDeviceProp *p, int device) {
  memset(p, 0, sizeof *p);
  strcpy(p->name, "Stand-in");
  p->totalGlobalMem = capacity();
  p->major = 9;
  p->warpSize = 32;
  p->multiProcessorCount = 132;
  p->maxThreadsPerBlock = p->maxThreadsDim[0] = p->maxThreadsDim[1] = 1024;
  p->maxThreadsDim[2] = 64;
  p->maxGridSize[0] = 0x7fffffff;
  p->maxGridSize[1] = p->maxGridSize[2] = 65535;
  p->maxThreadsPerMultiProcessor = 2048;
  p->maxBlocksPerMultiProcessor = 32;
  p->regsPerBlock = p->regsPerMultiprocessor = 65536;
  p->sharedMemPerBlock = 49152;
  p->sharedMemPerBlockOptin = 232448;
  p->sharedMemPerMultiprocessor = 233472;
  p->l2CacheSize = 52428800;
  p->textureAlignment = 512;
  p->unifiedAddressing = p->canMapHostMemory = p->concurrentKernels = 1;
  return 0;
}

int cudaDeviceGetAttribute(int *value, enum cudaDeviceAttr attribute, int device) {
  struct cudaDeviceProp p;
  cudaGetDeviceProperties(&p, device);
  switch (attribute) {
    case cudaDevAttrMaxThreadsPerBlock: *value = p.maxThreadsPerBlock; break;
    case cudaDevAttrMultiProcessorCount: *value = p.multiProcessorCount; break;
    case cudaDevAttrComputeCapabilityMajor: *value = p.major; break;
    case cudaDevAttrWarpSize: *value = p.warpSize; break;
    case cudaDevAttrMaxSharedMemoryPerBlock: *value = (int)p.sharedMemPerBlock; break;
    case cudaDevAttrMaxSharedMemoryPerBlockOptin: *value = (int)p.sharedMemPerBlockOptin; break;
    default: *value = 0;
  }
  return 0;
}

/* ---- errors ---- */

int cudaGetLastError(void) {
  int error = last_error;
  last_error = 0;
  return error;
}
int cudaPeekAtLastError(void) { return last_error; }
const char *cudaGetErrorString(int error) {
  return error == 0               ? "no error"
         : error == OUT_OF_MEMORY ? "out of memory"
         : error == NO_DEVICE     ? "no CUDA-capable device is detected"
                                  : "unknown error";
}
const char *cudaGetErrorName(int error) {
  return error == OUT_OF_MEMORY ? "cudaErrorMemoryAllocation" : "cudaErrorUnknown";
}

/* ---- streams and events: all is done at once, in the order of the calls ---- */

int cudaStreamCreateWithPriority(void **stream, unsigned flags, int priority) {
  static size_t number;
  *stream = (void *)(uintptr_t)(0x1000 + 16 * __sync_add_and_fetch(&number, 1));
  return 0;
}
int cudaStreamGetPriority(void *stream, int *priority) { *priority = 0; return 0; }
int cudaStreamIsCapturing(void *stream, int *capturing) { *capturing = 0; return 0; }
int cudaStreamGetCaptureInfo(void *stream, int *capturing, unsigned long long *id) {
  *capturing = 0;
  if (id != NULL) *id = 0;
  return 0;
}
HANDLE(cudaEventCreate, cudaEventDestroy)
int cudaEventCreateWithFlags(void **event, unsigned flags) { return cudaEventCreate(event); }
int cudaEventElapsedTime(float *milliseconds, void *from, void *to) {
  *milliseconds = 1;
  return 0;
}

static int wait_for_kernels(void) {
  const char *stuck = getenv("STAND_IN_STUCK");
  count(&waits);
  while (stuck != NULL && access(stuck, F_OK) == 0) usleep(10000);
  return 0;
}

int cudaStreamSynchronize(void *stream) { return wait_for_kernels(); }
int cudaEventSynchronize(void *event) { return wait_for_kernels(); }
int cudaDeviceSynchronize(void) { return wait_for_kernels(); }

/* ---- kernels ---- */

typedef struct { unsigned x, y, z; } Size;

static __thread struct { size_t shared; void *stream; } call;

void **__cudaRegisterFatBinary(void *binary) {
  static void *handles[1 << 16];
  static size_t number;
  return &handles[__sync_fetch_and_add(&number, 1) % (1 << 16)];
}
unsigned __cudaPushCallConfiguration(Size grid, Size block, size_t shared, void *stream) {
  call.shared = shared;
  call.stream = stream;
  return 0;
}
int __cudaPopCallConfiguration(Size *grid, Size *block, size_t *shared, void **stream) {
  *grid = *block = (Size){1, 1, 1};
  *shared = call.shared;
  *stream = call.stream;
  return 0;
}
int __cudaGetKernel(void **kernel, const void *function) {
  *kernel = (void *)function;
  return 0;
}
int __cudaLaunchKernel(const void *f, Size grid, Size block, void **a, size_t n, void *stream) {
  count(&launches);
  return 0;
}
int cudaLaunchKernel(const void *f, Size grid, Size block, void **a, size_t n, void *stream) {
  count(&launches);
  return 0;
}
int cudaLaunchKernelExC(const void *configuration, const void *function, void **arguments) {
  count(&launches);
  return 0;
}
int cudaFuncGetAttributes(struct cudaFuncAttributes *attributes, const void *function) {
  memset(attributes, 0, sizeof *attributes);
  attributes->maxThreadsPerBlock = 1024;
  attributes->numRegs = 32;
  attributes->binaryVersion = attributes->ptxVersion = 90;
  return 0;
}
int cudaOccupancyMaxActiveBlocksPerMultiprocessorWithFlags(int *number, const void *function,
                                                           int threads, size_t shared,
                                                           unsigned flags) {
  *number = 2;
  return 0;
}

STUB(unknown)

int cudaGetDriverEntryPointByVersion(const char *name, void **function, unsigned version,
                                     unsigned long long flags, int *status) {
  void *driver = dlopen("libcuda.so.1", RTLD_NOW);
  void *found = driver == NULL ? NULL : dlsym(driver, name);
  *function = found == NULL ? (void *)unknown : found;
  if (status != NULL) *status = 0;
  return 0;
}
