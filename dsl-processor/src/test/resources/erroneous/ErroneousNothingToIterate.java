import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 2, iterations = 3, value = """
    0   |
    1/2 | 1/2
    ----+-------
        | 0   1
    """)
interface ErroneousNothingToIterate {}
