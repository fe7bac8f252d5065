import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 3, tolerance = "1e-14", value = """
    0      |
    0.3333 | 0.3333
    0.6667 | 0       0.6667
    -------+--------------------
           | 0.25    0     0.75
    """)
interface ErroneousToleranceExceeded {}
