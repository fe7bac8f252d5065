package io.butcherblock.examples.additive;

import io.butcherblock.dsl.SplittingMethod;

/**
 * Strang's splitting with Euler's method: half a step with g, a step with f, half a step with g.
 * The Macaron Net of Lu et al. (2019, arXiv:1906.02762) is built so, g being its feed-forward
 * networks. Strang's splitting has order 2 where each step solves its equation exactly; with
 * Euler's method the coupling of f and g has order 2, and the whole has order 1.
 */
@SplittingMethod(
    order = 1,
    value =
        """
        1/2 g
            f
        1/2 g
        """)
public interface Macaron {}
