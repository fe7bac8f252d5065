package io.butcherblock.examples.schemes;

import io.butcherblock.dsl.History;
import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;

/** Order 2 through a network: the error of the first steps is felt once. */
@SuppressWarnings("butcherblock:StartingOrder")
@LinearMultistep(
    order = 3,
    value = "y[n+1] = y[n] + 23/12 h f[n] - 16/12 h f[n-1] + 5/12 h f[n-2]",
    steps = 1,
    history = History.CARRIED,
    start = Start.EULER)
public interface CarriedAdamsBashforth3ByEuler {}
