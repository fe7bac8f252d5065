/** Stability functions, characteristic polynomials, and how far the stability of each reaches. */
package io.butcherblock.processor.stability;
