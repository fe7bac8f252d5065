package io.butcherblock.examples.history;

import io.butcherblock.dsl.History;
import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;
import io.butcherblock.examples.schemes.Heun;

/**
 * The Adams-Bashforth method of 3 steps through a whole network: Hairer, Nørsett, Wanner, Solving
 * Ordinary Differential Equations I, section III.1.
 */
@LinearMultistep(
    order = 3,
    value = "y[n+1] = y[n] + 23/12 h f[n] - 16/12 h f[n-1] + 5/12 h f[n-2]",
    steps = 1,
    history = History.CARRIED,
    start = Start.SCHEME,
    startScheme = Heun.class)
public interface CarriedAdamsBashforth3 {}
