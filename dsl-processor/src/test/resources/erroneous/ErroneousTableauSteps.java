import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 1, steps = 0, value = """
    0 |
    --+--
      | 1
    """)
interface ErroneousTableauSteps {}
