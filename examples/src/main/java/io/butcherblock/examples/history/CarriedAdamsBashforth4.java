package io.butcherblock.examples.history;

import io.butcherblock.dsl.History;
import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;
import io.butcherblock.examples.schemes.Kutta3;

/**
 * The Adams-Bashforth method of 4 steps through a whole network: Hairer, Nørsett, Wanner, Solving
 * Ordinary Differential Equations I, section III.1.
 */
@LinearMultistep(
    order = 4,
    value = "y[n+1] = y[n] + 55/24 h f[n] - 59/24 h f[n-1] + 37/24 h f[n-2] - 9/24 h f[n-3]",
    steps = 1,
    history = History.CARRIED,
    start = Start.SCHEME,
    startScheme = Kutta3.class)
public interface CarriedAdamsBashforth4 {}
