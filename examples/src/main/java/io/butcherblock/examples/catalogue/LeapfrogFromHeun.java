package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;
import io.butcherblock.examples.schemes.Heun;

/**
 * Leapfrog, the explicit midpoint rule, as a numerical method: with a first step of Heun. Not the
 * published block, which starts from zero.
 */
@LinearMultistep(
    order = 2,
    value = "y[n+1] = y[n-1] + 2 h f[n]",
    steps = 4,
    start = Start.SCHEME,
    startScheme = Heun.class)
public interface LeapfrogFromHeun {}
