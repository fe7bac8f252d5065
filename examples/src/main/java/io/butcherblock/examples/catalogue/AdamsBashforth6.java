package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;

/**
 * The Adams-Bashforth method of 6 steps: Hairer, Nørsett, Wanner, Solving Ordinary Differential
 * Equations I, section III.1.
 */
// A start of order 5 is the usual one: it suffices for one long integration, which starts once. A
// chain of blocks, each of which starts anew, has order 5, and is listed with it.
@SuppressWarnings("butcherblock:StartingOrder")
@LinearMultistep(
    order = 6,
    value =
        "y[n+1] = y[n] + 4277/1440 h f[n] - 2641/480 h f[n-1] + 4991/720 h f[n-2] - 3649/720 h"
            + " f[n-3] + 959/480 h f[n-4] - 95/288 h f[n-5]",
    steps = 8,
    start = Start.SCHEME,
    startScheme = Nystroem5.class)
public interface AdamsBashforth6 {}
