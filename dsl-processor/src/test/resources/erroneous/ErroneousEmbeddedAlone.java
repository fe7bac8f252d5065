import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 2, embeddedOrder = 1, iterations = 1, value = """
    1/2 | 1/2
    ----+----
        |  1
        |  2
    """)
interface ErroneousEmbeddedAlone {}
