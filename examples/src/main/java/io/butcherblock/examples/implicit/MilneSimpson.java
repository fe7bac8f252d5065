package io.butcherblock.examples.implicit;

import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;
import io.butcherblock.examples.catalogue.ClassicRk4;

/**
 * Simpson's rule corrects Milne's predictor: Hairer, Nørsett, Wanner, Solving Ordinary Differential
 * Equations I, section III.1, eqs. (1.15) and (1.18).
 */
@LinearMultistep(
    order = 4,
    value = "y[n+1] = y[n-1] + 1/3 h f[n+1] + 4/3 h f[n] + 1/3 h f[n-1]",
    predictor = "y[n+1] = y[n-3] + 8/3 h f[n] - 4/3 h f[n-1] + 8/3 h f[n-2]",
    steps = 6,
    start = Start.SCHEME,
    startScheme = ClassicRk4.class)
public interface MilneSimpson {}
