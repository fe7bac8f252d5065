import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 2, value = """
    0   |
    1   | 1
    1   | 1   0
    ----+--------------
        | 1/2 1/4 1/4
    """)
interface ErroneousEqualStages {}
