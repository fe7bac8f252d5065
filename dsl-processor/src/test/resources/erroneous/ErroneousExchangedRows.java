import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 3, embeddedOrder = 2, value = """
     0  |
    1/2 | 1/2
    3/4 |  0   3/4
     1  | 2/9  1/3  4/9
    ----+--------------------
        | 7/24 1/4  1/3  1/8
        | 2/9  1/3  4/9   0
    """)
interface ErroneousExchangedRows {}
