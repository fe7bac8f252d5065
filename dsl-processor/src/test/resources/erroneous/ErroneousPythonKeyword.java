import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 2, parameters = "a in [1/3, 1], start 2/3; is in [0, 1], start 1/2", value = """
     0 |
     a | a
    ---+-------------------
       | 1-1/(2*a)  1/(2*a)
    """)
interface ErroneousPythonKeyword {}
