import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 1, embeddedOrder = 2, value = """
     0  |
    1/2 | 1/2
     1  | 1/256 255/256
    ----+-----------------------
        | 1/256 255/256    0
        | 1/512    0    -1/512
    """)
interface ErroneousDifferenceRow {}
