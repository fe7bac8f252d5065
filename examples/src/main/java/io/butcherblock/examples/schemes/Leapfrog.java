package io.butcherblock.examples.schemes;

import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;

/**
 * Leapfrog, the explicit midpoint rule: eq. (7) of He et al., CVPR 2019. Four steps from a zero
 * history are the paper's LF-block, Fig. 1(b).
 */
@LinearMultistep(
    order = 2,
    value = "y[n+1] = y[n-1] + 2 h f[n]",
    steps = 4,
    start = Start.ZERO_HISTORY)
// The published block starts from y[-1] = 0 and is known to be no second-order integrator.
@SuppressWarnings("butcherblock:StartingOrder")
public interface Leapfrog {}
