package paper;

import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.VectorField;
import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.dsl.Start;

/** Kutta's third-order method. */
@ButcherTableau(
    order = 3,
    value =
        """
          0   |
         1/2  | 1/2
          1   | -1    2
        ------+---------------
        1/6 * |  1    4    1
        """)
interface Kutta3 {}

/** The explicit midpoint rule. */
@LinearMultistep(
    order = 2,
    value = "y[n+1] = y[n-1] + 2 h f[n]",
    steps = 4,
    start = Start.ZERO_HISTORY)
@SuppressWarnings("butcherblock:StartingOrder")
interface Leapfrog {}

@VectorField({Layer.PRELU, Layer.CONV_3X3})
interface GV2 {}

@OdeNetwork(
    name = "oisr-rk3",
    scheme = Kutta3.class,
    vectorField = GV2.class,
    blocks = 22,
    channels = 256,
    source = "He et al., CVPR 2019, Table 3")
interface OisrRk3 {}
