package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;
import io.butcherblock.examples.schemes.Heun;

/**
 * The Adams-Bashforth method of 2 steps: Hairer, Nørsett, Wanner, Solving Ordinary Differential
 * Equations I, section III.1.
 */
@LinearMultistep(
    order = 2,
    value = "y[n+1] = y[n] + 3/2 h f[n] - 1/2 h f[n-1]",
    steps = 6,
    start = Start.SCHEME,
    startScheme = Heun.class)
public interface AdamsBashforth2 {}
