package io.butcherblock.examples.implicit;

import io.butcherblock.dsl.LinearMultistep;

/**
 * The trapezoidal rule corrects Euler's method, which is Heun's method of order 2: Hairer, Nørsett,
 * Wanner, Solving Ordinary Differential Equations I, section III.1.
 */
@LinearMultistep(
    order = 2,
    value = "y[n+1] = y[n] + 1/2 h f[n+1] + 1/2 h f[n]",
    predictor = "y[n+1] = y[n] + h f[n]",
    steps = 2)
public interface HeunPece {}
