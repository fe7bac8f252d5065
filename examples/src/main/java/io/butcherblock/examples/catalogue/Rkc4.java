package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.TableauForm;

/**
 * The damped second-order Runge-Kutta-Chebyshev method of 4 stages, with damping 2/13: B. P.
 * Sommeijer, L. F. Shampine, J. G. Verwer, J. Comput. Appl. Math. 88 (1998).
 */
@ButcherTableau(
    order = 2,
    form = TableauForm.SHU_OSHER,
    value =
        """
        1                                                                         | 146042/2905035
        -53/52 105/52                                                             | -443743/1438684 589785/1438684
        -237103/1306397 -80262000/69239041 162067500/69239041                     | -678435583350/1915636547347 0 910333147500/1915636547347
        111683758853/927590256600 0 -37405784/31550689 1915636547347/927590256600 | -47828491/165139800 0 0 69239041/165139800
        """)
public interface Rkc4 {}
