import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(
    order = 1,
    parameters = "a in [1/3, 1], start 2/3; b in [1/3, 1], start 2/3; c in [1/3, 1], start 2/3",
    value = """
    0 |
    --+---------------------------------------------------------------------------------------
      | 1+(a+b+c+1)*(a+b+c+2)*(a+b+c+3)*(a+b+c+4)*(a+b+c+5)*(a+b+c+6)*(a+b+c+7)*(a+b+c+8)*(a+b+c+9)*(a+b+c)*(a+b+c+1)*(a+b+c+2)*(a+b+c+3)
    """)
interface ErroneousFunctionTooLong {}
