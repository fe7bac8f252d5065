package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;

/**
 * The Adams-Bashforth method of 5 steps: Hairer, Nørsett, Wanner, Solving Ordinary Differential
 * Equations I, section III.1.
 */
// A start of order 4 is the usual one: it suffices for one long integration, which starts once. A
// chain of blocks, each of which starts anew, has order 4, and is listed with it.
@SuppressWarnings("butcherblock:StartingOrder")
@LinearMultistep(
    order = 5,
    value =
        "y[n+1] = y[n] + 1901/720 h f[n] - 1387/360 h f[n-1] + 109/30 h f[n-2] - 637/360 h f[n-3] +"
            + " 251/720 h f[n-4]",
    steps = 8,
    start = Start.SCHEME,
    startScheme = ClassicRk4.class)
public interface AdamsBashforth5 {}
