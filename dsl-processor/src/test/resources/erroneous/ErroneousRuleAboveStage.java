import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 3, value = """
    0   |
    1/2 | 1/2
    ----+-----------
    1   | -1  2
        | 1/6 2/3 1/6
    """)
interface ErroneousRuleAboveStage {}
