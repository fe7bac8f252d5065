package io.butcherblock.train;

import io.butcherblock.nn.NetworkSpec;

/**
 * A level of a run that is begun.
 *
 * @param state of the run
 * @param number of the level, from 1
 * @param count how many levels the run has
 * @param network that is trained from now on
 * @param parameters the number of its trainable scalars
 */
public record LevelReport(
    RunState state, int number, int count, NetworkSpec network, long parameters) {}
