package io.butcherblock.examples.history;

import io.butcherblock.dsl.History;
import io.butcherblock.dsl.LinearMultistep;

/**
 * The leapfrog method (explicit midpoint rule) through a whole network: eq. (7) of He et al., CVPR
 * 2019, each block one step.
 */
@LinearMultistep(
    order = 2,
    value = "y[n+1] = y[n-1] + 2 h f[n]",
    steps = 1,
    history = History.CARRIED)
public interface CarriedLeapfrog {}
