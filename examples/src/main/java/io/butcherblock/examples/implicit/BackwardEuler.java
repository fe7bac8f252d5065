package io.butcherblock.examples.implicit;

import io.butcherblock.dsl.ButcherTableau;

/**
 * The backward Euler method by one iteration, y + h f(y + h f(y)): Hairer, Nørsett, Wanner, Solving
 * Ordinary Differential Equations I, eq. (II.7.3).
 *
 * <p>For a linear f that is (I + hf + hf hf) y, the poly-2 module I + F + F F of PolyNet (Zhang et
 * al., CVPR 2017) with F = hf; in this sense Lu et al. (ICML 2018) read PolyNet as backward Euler:
 * both cut the series 1 / (I - F) = I + F + F F + ... behind its third term. For any other f the
 * two differ: the second F of PolyNet is evaluated at F(y), that of an iteration at y + F(y).
 */
@ButcherTableau(
    order = 1,
    iterations = 1,
    value =
        """
         1 | 1
        ---+---
           | 1
        """)
public interface BackwardEuler {}
