package io.butcherblock.examples.history;

import io.butcherblock.dsl.History;
import io.butcherblock.dsl.LinearMultistep;

/**
 * Stoermer's method of order 2 for y'' = f(y) through a whole network, each block one step, from y'
 * = 0 (Hairer, N&oslash;rsett, Wanner I, section III.10). It is Verlet's method, and
 * Stoermer-Verlet in the values y alone; with y[-1] = 0 for the start it is the leapfrog network of
 * Chang et al., AAAI 2018.
 */
@LinearMultistep(
    order = 2,
    value = "y[n+1] = 2 y[n] - y[n-1] + h^2 f[n]",
    steps = 1,
    history = History.CARRIED)
public interface Stoermer2 {}
