package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;

/**
 * The predictor of Milne's method: Milne, Amer. Math. Monthly 33 (1926); Hairer, Nørsett, Wanner,
 * Solving Ordinary Differential Equations I, section III.1.
 */
@LinearMultistep(
    order = 4,
    value = "y[n+1] = y[n-3] + 8/3 h f[n] - 4/3 h f[n-1] + 8/3 h f[n-2]",
    steps = 6,
    start = Start.SCHEME,
    startScheme = ClassicRk4.class)
public interface MilnePredictor {}
