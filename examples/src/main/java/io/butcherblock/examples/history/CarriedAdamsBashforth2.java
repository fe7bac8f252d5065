package io.butcherblock.examples.history;

import io.butcherblock.dsl.History;
import io.butcherblock.dsl.LinearMultistep;

/**
 * The Adams-Bashforth method of 2 steps through a whole network: Hairer, Nørsett, Wanner, Solving
 * Ordinary Differential Equations I, section III.1.
 */
@LinearMultistep(
    order = 2,
    value = "y[n+1] = y[n] + 3/2 h f[n] - 1/2 h f[n-1]",
    steps = 1,
    history = History.CARRIED)
public interface CarriedAdamsBashforth2 {}
