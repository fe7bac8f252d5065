import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 2, parameters = "a in [1/3, 1], start 2/3; b in [0, 2], start 1; c in [0, 2], start 1; d in [0, 2], start 1; p in [0, 2], start 1; q in [0, 2], start 1; r in [0, 2], start 1", value = """
     0 |
     a | a
    ---+-------------------
       | 1-1/(2*a)  1/(2*a)
    """)
interface ErroneousTooManyParameters {}
