/**
 * What a whole network computes, as straight-line code over named tensors: the one form that
 * exporters and planners of inference read. Needs no native library.
 */
package io.butcherblock.graph;
