import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 1, tolerance = "-1e-14", value = """
    0 |
    --+---
      | 1
    """)
interface ErroneousBadTolerance {}
