package io.butcherblock.examples.families;

import io.butcherblock.dsl.LinearMultistep;

/**
 * The recurrence of the LM-architecture (Lu, Zhong, Li, Dong, Beyond Finite Layer Neural Networks,
 * ICML 2018) with the factor of f that makes it consistent for every k. Blocks start anew, by
 * Euler's method.
 */
@LinearMultistep(
    name = "lm-family",
    order = 1,
    parameters = "k in [-1/2, 1], start 1/4",
    value = "y[n+1] = (1-k) y[n] + k y[n-1] + (1+k) h f[n]",
    steps = 4)
public interface TwoStepOrder1 {}
