import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 2, iterations = 1, tolerance = "1e-4", value = """
    0.50001 | 1/2
    --------+-----
            |  1
    """)
interface ErroneousIterationsTolerance {}
