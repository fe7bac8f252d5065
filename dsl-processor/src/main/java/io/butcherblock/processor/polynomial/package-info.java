/** Polynomials with exact coefficients, and where their roots lie. */
package io.butcherblock.processor.polynomial;
