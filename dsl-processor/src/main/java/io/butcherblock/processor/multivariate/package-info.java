/** Exact polynomials and rational functions of several variables, and where they have no zero. */
package io.butcherblock.processor.multivariate;
