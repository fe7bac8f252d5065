package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;

/**
 * The explicit Nyström method of 4 steps, a relative of the midpoint rule: Hairer, Nørsett, Wanner,
 * Solving Ordinary Differential Equations I, section III.1.
 */
@LinearMultistep(
    order = 4,
    value = "y[n+1] = y[n-1] + 8/3 h f[n] - 5/3 h f[n-1] + 4/3 h f[n-2] - 1/3 h f[n-3]",
    steps = 6,
    start = Start.SCHEME,
    startScheme = ClassicRk4.class)
public interface NystroemMultistep4 {}
