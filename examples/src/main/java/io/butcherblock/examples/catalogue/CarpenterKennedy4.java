package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.TableauForm;

/**
 * The low-storage fourth-order method of five stages of Carpenter and Kennedy: NASA TM-109112
 * (1994).
 */
@ButcherTableau(
    order = 4,
    tolerance = "1e-24",
    form = TableauForm.LOW_STORAGE,
    value =
        """
                                  0 | 0                             1432997174477/9575080441755
        1432997174477/9575080441755 | -567301805773/1357537059087   5161836677717/13612068292357
        2526269341429/6820363962896 | -2404267990393/2016746695238  1720146321549/2090206949498
        2006345519317/3224310063776 | -3550918686646/2091501179385  3134564353537/4481467310338
        2802321613138/2924317926251 | -1275806237668/842570457699   2277821191437/14882151754819
        """)
public interface CarpenterKennedy4 {}
