package io.butcherblock.examples.history;

import io.butcherblock.dsl.History;
import io.butcherblock.dsl.LinearMultistep;

/**
 * The LM-architecture y[n+1] = (1-k) y[n] + k y[n-1] + f(y[n]) at k = 1/4: Lu, Zhong, Li, Dong,
 * Beyond Finite Layer Neural Networks, ICML 2018. Its f absorbs the step size: with f = (1+k) h g
 * it is a method of order 1 for y' = g(y), zero-stable for -1 &lt; k &lt;= 1.
 */
@LinearMultistep(
    order = 1,
    value = "y[n+1] = 3/4 y[n] + 1/4 y[n-1] + f[n]",
    steps = 1,
    history = History.CARRIED,
    absorbsStepSize = true)
public interface LmArchitecture {}
