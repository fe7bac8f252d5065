package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.TableauForm;

/** The low-storage third-order method of Williamson, case 7: J. Comput. Phys. 35 (1980), 48-56. */
@ButcherTableau(
    order = 3,
    form = TableauForm.LOW_STORAGE,
    value =
        """
          0 | 0         1/3
        1/3 | -5/9      15/16
        3/4 | -153/128  8/15
        """)
public interface Williamson3 {}
