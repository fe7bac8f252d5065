import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 1, iterations = -1, value = """
    1 | 1
    --+--
      | 1
    """)
interface ErroneousIterationsNegative {}
