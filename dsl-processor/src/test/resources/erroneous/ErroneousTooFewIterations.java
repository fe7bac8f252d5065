import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 3, iterations = 1, value = """
    1/3 | 5/12 -1/12
     1  | 3/4   1/4
    ----+-----------
        | 3/4   1/4
    """)
interface ErroneousTooFewIterations {}
