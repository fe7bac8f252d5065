package io.butcherblock.examples.families;

import io.butcherblock.dsl.ButcherTableau;

/**
 * Three stages, each of which starts from y and needs the one before only, of order 2 and stability
 * function 1 + z + z^2/2 + s/2 z^3 (van der Houwen, Construction of Integration Formulas for
 * Initial Value Problems, 1977; Jameson, Schmidt, Turkel, AIAA 81-1259): s trades the real against
 * the imaginary interval of stability, and needs two feature maps less than the general tableau.
 */
@ButcherTableau(
    name = "rk3-chain-family",
    order = 2,
    parameters = "s in [1/10, 1/2], start 1/4",
    value =
        """
         0  |
         s  | s
        1/2 | 0   1/2
        ----+-----------
            | 0   0   1
        """)
public interface ThreeStageChain {}
