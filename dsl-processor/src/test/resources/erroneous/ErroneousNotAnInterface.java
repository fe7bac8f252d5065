import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 1, value = """
    0 |
    --+--
      | 1
    """)
class ErroneousNotAnInterface {}
