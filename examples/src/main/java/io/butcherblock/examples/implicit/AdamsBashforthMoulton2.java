package io.butcherblock.examples.implicit;

import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;
import io.butcherblock.examples.schemes.Heun;

/**
 * Adams-Bashforth-Moulton of order 2 as PECE: Hairer, Nørsett, Wanner, Solving Ordinary
 * Differential Equations I, section III.1, eqs. (1.5) and (1.8).
 */
@LinearMultistep(
    order = 2,
    value = "y[n+1] = y[n] + 1/2 h f[n+1] + 1/2 h f[n]",
    predictor = "y[n+1] = y[n] + 3/2 h f[n] - 1/2 h f[n-1]",
    steps = 3,
    start = Start.SCHEME,
    startScheme = Heun.class)
public interface AdamsBashforthMoulton2 {}
