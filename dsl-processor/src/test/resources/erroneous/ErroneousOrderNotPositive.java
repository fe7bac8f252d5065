import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 0, value = """
    0   |
    ----+---
        | 1
    """)
interface ErroneousOrderNotPositive {}
