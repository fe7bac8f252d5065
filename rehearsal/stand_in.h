/* What the stand-ins for NVIDIA's libraries share. */
#ifndef STAND_IN_H
#define STAND_IN_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A function of which nothing is known but its name: it has succeeded and changed nothing. */
#define STUB(name) \
  int name(void) { return 0; }

/* Handles must only be told apart, and be freed. */
#define HANDLE(create, destroy) \
  int create(void **handle) { return (*handle = calloc(1, 256)) == NULL; } \
  int destroy(void *handle) { free(handle); return 0; }

#endif
