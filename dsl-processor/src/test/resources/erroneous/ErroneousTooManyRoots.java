import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 2, value = """
    0                       |
    sqrt(2)+sqrt(3)+sqrt(5) | sqrt(2)+sqrt(3)+sqrt(5)
    sqrt(6)+sqrt(7)+sqrt(9) | sqrt(11) sqrt(13)
    ------------------------+------------------------
                            | sqrt(14) sqrt(34) 1/2
    """)
interface ErroneousTooManyRoots {}
