import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(
    order = 1,
    parameters = "a in [0, 1], start 1/2; b in [0, 1], start 1/3",
    value = """
     0 |
     a | a
    ---+-----------------------------------------------------------------------------
       | 1-a*b/((a-b)*(a-b)+1/1000000000000)  a*b/((a-b)*(a-b)+1/1000000000000)
    """)
interface ErroneousPoleUndecided {}
