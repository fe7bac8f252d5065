import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 2, value = """
    0   |
    7   | 7
    1   | 1   0
    ----+--------------
        | 1/2 0 1/2
    """)
interface ErroneousUnusedStage {}
