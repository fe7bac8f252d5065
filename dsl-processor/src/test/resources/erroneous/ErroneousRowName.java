import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 2, embeddedOrder = 1, value = """
    0     |
    1     | 1
    ------+------
    1/2 * | 1 1
    b*    | 1 0
    """)
interface ErroneousRowName {}
