package io.butcherblock.examples.schemes;

import io.butcherblock.dsl.History;
import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;

/** Not consistent: its first value before the start is 0. */
@SuppressWarnings("butcherblock:StartingOrder")
@LinearMultistep(
    order = 2,
    value = "y[n+1] = y[n-1] + 2 h f[n]",
    steps = 1,
    history = History.CARRIED,
    start = Start.ZERO_HISTORY)
public interface CarriedLeapfrogFromZero {}
