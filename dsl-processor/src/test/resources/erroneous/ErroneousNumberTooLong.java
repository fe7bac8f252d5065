import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 2, value = """
    0 |
    1 | 1/(123456789+sqrt(2)+sqrt(3)+sqrt(5)+sqrt(7)+sqrt(11)+sqrt(13))
    --+----------------------------------------------------------------
      | 1/2 1/2
    """)
interface ErroneousNumberTooLong {}
