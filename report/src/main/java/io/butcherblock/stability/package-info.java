/** Regions of absolute stability in the complex plane, in doubles: for pictures, not for proofs. */
package io.butcherblock.stability;
