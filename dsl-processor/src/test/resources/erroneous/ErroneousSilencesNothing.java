import io.butcherblock.dsl.ButcherTableau;

@SuppressWarnings({"butcherblock:OrderToLow", "butcherblock:RowSum", "unused"})
@ButcherTableau(order = 1, value = """
      0 |
      --+---
        | 1
      """)
interface ErroneousSilencesNothing {}
