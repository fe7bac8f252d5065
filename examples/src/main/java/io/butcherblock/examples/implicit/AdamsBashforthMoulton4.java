package io.butcherblock.examples.implicit;

import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;
import io.butcherblock.examples.catalogue.ClassicRk4;

/**
 * Adams-Bashforth-Moulton of order 4 as PECE: Hairer, Nørsett, Wanner, Solving Ordinary
 * Differential Equations I, section III.1, eqs. (1.5) and (1.8).
 */
@LinearMultistep(
    order = 4,
    value = "y[n+1] = y[n] + 3/8 h f[n+1] + 19/24 h f[n] - 5/24 h f[n-1] + 1/24 h f[n-2]",
    predictor = "y[n+1] = y[n] + 55/24 h f[n] - 59/24 h f[n-1] + 37/24 h f[n-2] - 3/8 h f[n-3]",
    steps = 5,
    start = Start.SCHEME,
    startScheme = ClassicRk4.class)
public interface AdamsBashforthMoulton4 {}
