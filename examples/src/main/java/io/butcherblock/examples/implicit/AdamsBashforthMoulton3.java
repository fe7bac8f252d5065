package io.butcherblock.examples.implicit;

import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;
import io.butcherblock.examples.schemes.Kutta3;

/**
 * Adams-Bashforth-Moulton of order 3 as PECE: Hairer, Nørsett, Wanner, Solving Ordinary
 * Differential Equations I, section III.1, eqs. (1.5) and (1.8).
 */
@LinearMultistep(
    order = 3,
    value = "y[n+1] = y[n] + 5/12 h f[n+1] + 2/3 h f[n] - 1/12 h f[n-1]",
    predictor = "y[n+1] = y[n] + 23/12 h f[n] - 4/3 h f[n-1] + 5/12 h f[n-2]",
    steps = 4,
    start = Start.SCHEME,
    startScheme = Kutta3.class)
public interface AdamsBashforthMoulton3 {}
