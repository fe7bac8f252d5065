package ${package};

import io.butcherblock.dsl.ButcherTableau;

/** Ralston's method of order 2: of all with two stages, the one with the least error bound. */
@ButcherTableau(order = 2, value = """
      0  |
     2/3 | 2/3
    -----+----------
         | 1/4  3/4
    """)
public interface MyScheme {}
