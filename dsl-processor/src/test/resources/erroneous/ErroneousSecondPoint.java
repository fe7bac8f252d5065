import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 2, value = """
    0   |
    1   | 1
    ----+--------------
        | 1/2 0.5.0
    """)
interface ErroneousSecondPoint {}
