package io.butcherblock.examples.families;

import io.butcherblock.dsl.History;
import io.butcherblock.dsl.LinearMultistep;

/**
 * The LM-architecture (Lu, Zhong, Li, Dong, Beyond Finite Layer Neural Networks, ICML 2018):
 * history passes from block to block, f has the step size in it, and each block trains a k of its
 * own, which stays where the recurrence is zero-stable.
 */
@LinearMultistep(
    name = "lm-architecture-family",
    order = 1,
    parameters = "k in [-1/2, 1], start 1/4",
    value = "y[n+1] = (1-k) y[n] + k y[n-1] + f[n]",
    steps = 1,
    history = History.CARRIED,
    absorbsStepSize = true)
public interface TwoStepCarried {}
