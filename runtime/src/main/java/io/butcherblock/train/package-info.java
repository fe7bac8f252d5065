/**
 * Training: the loop, the learning-rate schedule, the optimizer, and runs that can be stopped and
 * resumed.
 */
package io.butcherblock.train;
