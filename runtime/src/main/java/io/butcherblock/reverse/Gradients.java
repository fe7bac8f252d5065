package io.butcherblock.reverse;

import io.butcherblock.program.Value;

/**
 * What is known of a gradient while lines are differentiated from the last to the first.
 *
 * @param ofValues by the values that the lines make
 * @param ofParameters by the network's parameters, by their keys
 */
record Gradients(GradientSums<Value> ofValues, GradientSums<String> ofParameters) {}
