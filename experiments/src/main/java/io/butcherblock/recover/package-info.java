/**
 * Trained blocks as numerical methods: the tableau of a block, recovered by running its program on
 * linear forms; how far its order conditions have drifted; where it is stable. In doubles: weights
 * are rounded to single precision anyway.
 */
package io.butcherblock.recover;
