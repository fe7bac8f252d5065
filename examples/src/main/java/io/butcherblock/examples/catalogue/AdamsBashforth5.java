package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;

/**
 * The Adams-Bashforth method of 5 steps: Hairer, Nørsett, Wanner, Solving Ordinary Differential
 * Equations I, section III.1.
 */
@LinearMultistep(
    order = 5,
    value =
        "y[n+1] = y[n] + 1901/720 h f[n] - 1387/360 h f[n-1] + 109/30 h f[n-2] - 637/360 h f[n-3] +"
            + " 251/720 h f[n-4]",
    steps = 8,
    start = Start.SCHEME,
    startScheme = ClassicRk4.class)
public interface AdamsBashforth5 {}
