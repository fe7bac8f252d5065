/* A stand-in for cuDNN, by its older interface (TORCH_CUDNN_V8_API_DISABLED=1). */
#include "stand_in.h"

size_t cudnnGetVersion(void) { return 91900; }
size_t cudnnGetCudartVersion(void) { return 13010; }
const char *cudnnGetErrorString(int error) { return "unknown error"; }
void cudnnGetLastErrorString(char *text, size_t size) { if (size > 0) *text = 0; }
int cudnnGetStream(void *handle, void **stream) { *stream = NULL; return 0; }

HANDLE(cudnnCreate, cudnnDestroy)
HANDLE(cudnnCreateTensorDescriptor, cudnnDestroyTensorDescriptor)
HANDLE(cudnnCreateFilterDescriptor, cudnnDestroyFilterDescriptor)
HANDLE(cudnnCreateConvolutionDescriptor, cudnnDestroyConvolutionDescriptor)

/* How fast an algorithm of convolution is: there is one. */
typedef struct {
  int algorithm, status;
  float milliseconds;
  size_t workspace;
  int determinism, math, reserved[3];
} Performance;

enum { DETERMINISTIC = 1, FMA_MATH = 3, WORKSPACE = 1 << 20 };

static int one(int *found, Performance *performance) {
  *found = 1;
  *performance = (Performance){1, 0, 1, WORKSPACE, DETERMINISTIC, FMA_MATH, {0}};
  return 0;
}

#define FIND(name)                                                                              \
  int name(void *h, void *a, void *b, void *c, void *d, void *e, void *f, void *g, int n,       \
           int *found, Performance *p, void *workspace, size_t size) {                          \
    return one(found, p);                                                                       \
  }
#define CHOOSE(name)                                                                            \
  int name(void *h, void *a, void *b, void *c, void *d, int n, int *found, Performance *p) {    \
    return one(found, p);                                                                       \
  }
#define NEEDS(name)                                                                             \
  int name(void *h, void *a, void *b, void *c, void *d, int algorithm, size_t *size) {          \
    *size = WORKSPACE;                                                                          \
    return 0;                                                                                   \
  }

FIND(cudnnFindConvolutionForwardAlgorithmEx)
FIND(cudnnFindConvolutionBackwardDataAlgorithmEx)
FIND(cudnnFindConvolutionBackwardFilterAlgorithmEx)
CHOOSE(cudnnGetConvolutionForwardAlgorithm_v7)
CHOOSE(cudnnGetConvolutionBackwardDataAlgorithm_v7)
CHOOSE(cudnnGetConvolutionBackwardFilterAlgorithm_v7)
NEEDS(cudnnGetConvolutionForwardWorkspaceSize)
NEEDS(cudnnGetConvolutionBackwardDataWorkspaceSize)
NEEDS(cudnnGetConvolutionBackwardFilterWorkspaceSize)
