package io.butcherblock.examples.families;

import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;
import io.butcherblock.examples.schemes.Kutta3;

/**
 * Explicit methods of order 3 between that of Adams and Bashforth, k = 0, and that of Nystr&ouml;m,
 * k = 1 (by the order conditions of Hairer, N&oslash;rsett, Wanner I, Theorem III.2.4; both in
 * section III.1).
 */
@LinearMultistep(
    name = "lmm3-family",
    order = 3,
    parameters = "k in [0, 1], start 1/2",
    value =
        """
        y[n+1] = (1-k) y[n] + k y[n-1]
                 + (23+5*k)/12 h f[n] + (2*k-4)/3 h f[n-1] + (5-k)/12 h f[n-2]
        """,
    steps = 4,
    start = Start.SCHEME,
    startScheme = Kutta3.class)
public interface ThreeStep {}
