package io.butcherblock.examples.additive;

import io.butcherblock.dsl.SplittingMethod;
import io.butcherblock.examples.schemes.Heun;

/**
 * Strang's splitting with Heun's method: half a step with g, a step with f, half a step with g,
 * each of two stages (Hairer, Lubich, Wanner, Geometric Numerical Integration, eq. II.(5.3)).
 */
@SplittingMethod(
    order = 2,
    substep = Heun.class,
    value =
        """
        1/2 g
            f
        1/2 g
        """)
public interface StrangHeun {}
