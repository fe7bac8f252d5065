/** Exact numbers: rationals, and sums of rational multiples of square roots. */
package io.butcherblock.processor.exact;
