package io.butcherblock.examples.history;

import io.butcherblock.dsl.History;
import io.butcherblock.dsl.LinearMultistep;

/**
 * Stoermer's method of order 3 for y'' = f(y) through a whole network, each block one step, from y'
 * = 0 (Hairer, N&oslash;rsett, Wanner I, section III.10).
 */
@LinearMultistep(
    order = 3,
    value = "y[n+1] = 2 y[n] - y[n-1] + 13/12 h^2 f[n] - 1/6 h^2 f[n-1] + 1/12 h^2 f[n-2]",
    steps = 1,
    history = History.CARRIED)
public interface Stoermer3 {}
