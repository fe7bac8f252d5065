import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 2, tolerance = "1e-14", value = """
    0 |
    1 | 1
    --+---------
      | 0.5  0.5
    """)
interface ErroneousToleranceUnneeded {}
