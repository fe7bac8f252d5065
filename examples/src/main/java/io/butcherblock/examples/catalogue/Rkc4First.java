package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.TableauForm;

/**
 * The damped first-order Runge-Kutta-Chebyshev method of 4 stages, with damping 1/20: Hairer,
 * Wanner II, section IV.2, eq. (2.51).
 */
@ButcherTableau(
    order = 1,
    form = TableauForm.SHU_OSHER,
    value =
        """
        1                                                | 1376769281/21366993924
        -51200/51841 103041/51841                        | 0 1376769281/10749957124
        0 -25600/26241 51841/26241                       | 0 0 1376769281/10815595524
        0 0 -1327129600/1376769281 2703898881/1376769281 | 0 0 0 26241/207364
        """)
public interface Rkc4First {}
