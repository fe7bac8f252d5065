/**
 * Reverse-mode differentiation of a network's graph on the CPU, line by line: LibTorch's autograd
 * takes no operator of a library of others, such as oneDNN's Winograd convolutions.
 */
package io.butcherblock.reverse;
