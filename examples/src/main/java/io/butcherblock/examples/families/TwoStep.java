package io.butcherblock.examples.families;

import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;
import io.butcherblock.examples.schemes.Heun;

/**
 * All zero-stable explicit two-step methods of order 2 with a positive k (by the order conditions
 * of Hairer, N&oslash;rsett, Wanner I, Theorem III.2.4): k = 0 is the method of Adams and
 * Bashforth, 1 the midpoint rule, leapfrog.
 */
@LinearMultistep(
    name = "lmm2-family",
    order = 2,
    parameters = "k in [0, 1], start 1/2",
    value = "y[n+1] = (1-k) y[n] + k y[n-1] + (3+k)/2 h f[n] + (k-1)/2 h f[n-1]",
    steps = 3,
    start = Start.SCHEME,
    startScheme = Heun.class)
public interface TwoStep {}
