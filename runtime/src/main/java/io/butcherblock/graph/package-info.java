/**
 * What a whole network computes, as straight-line code over named tensors: the one description from
 * which training, counts, plans of inference and exports follow. Needs no native library.
 */
package io.butcherblock.graph;
