import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 2, value = """
    0   |
    1   | 1
    ----+--------------
        | 1/2 2(1/4)
    """)
interface ErroneousMissingOperator {}
