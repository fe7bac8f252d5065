package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;

/**
 * The Adams-Bashforth method of 4 steps: Hairer, Nørsett, Wanner, Solving Ordinary Differential
 * Equations I, section III.1.
 */
@LinearMultistep(
    order = 4,
    value = "y[n+1] = y[n] + 55/24 h f[n] - 59/24 h f[n-1] + 37/24 h f[n-2] - 3/8 h f[n-3]",
    steps = 6,
    start = Start.SCHEME,
    startScheme = ClassicRk4.class)
public interface AdamsBashforth4 {}
