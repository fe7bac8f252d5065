import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 2, tolerance = "0.01", value = """
    0    |
    0.66 | 0.66
    -----+-----------
         | 0.25  0.75
    """)
interface ErroneousToleranceTooLarge {}
