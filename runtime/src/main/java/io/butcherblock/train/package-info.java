/** Training: the loop, the learning-rate schedule, the optimizer, levels, validation. */
package io.butcherblock.train;
