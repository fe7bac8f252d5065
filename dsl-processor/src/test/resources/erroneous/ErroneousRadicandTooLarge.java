import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 2, value = """
    0   |
    1   | sqrt(100000000000031)
    ----+------
        | 1/2 1/2
    """)
interface ErroneousRadicandTooLarge {}
