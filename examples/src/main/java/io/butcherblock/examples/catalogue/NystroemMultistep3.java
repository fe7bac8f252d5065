package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;
import io.butcherblock.examples.schemes.Kutta3;

/**
 * The explicit Nyström method of 3 steps, a relative of the midpoint rule: Hairer, Nørsett, Wanner,
 * Solving Ordinary Differential Equations I, section III.1.
 */
@LinearMultistep(
    order = 3,
    value = "y[n+1] = y[n-1] + 7/3 h f[n] - 2/3 h f[n-1] + 1/3 h f[n-2]",
    steps = 6,
    start = Start.SCHEME,
    startScheme = Kutta3.class)
public interface NystroemMultistep3 {}
