import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 2, parameters = "a in [1/3, 1], start 2/3", value = """
     0 | 0   0
     a | 0   a
    ---+-------------------
       | 1-1/(2*a)  1/(2*a)
    """)
interface ErroneousFamilyNotExplicit {}
