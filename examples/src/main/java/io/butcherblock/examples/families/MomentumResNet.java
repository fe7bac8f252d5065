package io.butcherblock.examples.families;

import io.butcherblock.dsl.History;
import io.butcherblock.dsl.LinearMultistep;

/**
 * The momentum residual network (Sander, Ablin, Blondel, Peyré, Momentum Residual Neural Networks,
 * ICML 2021): v := g v + (1-g) f(y), y := y + v, with the velocity v = y[n] - y[n-1] eliminated.
 * Its first step is Euler's method, where theirs, from v = 0, is the (1-g)-th part of it.
 */
@LinearMultistep(
    name = "momentum-resnet",
    order = 1,
    parameters = "g in [0, 19/20], start 9/10",
    value = "y[n+1] = (1+g) y[n] - g y[n-1] + (1-g) h f[n]",
    steps = 1,
    history = History.CARRIED)
public interface MomentumResNet {}
