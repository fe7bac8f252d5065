import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 3, value = """
    0     |
    1/2   | 1/2
    1     | -1  1
    ------+---------
    1/6 * |  1  4  1
    """)
interface ErroneousRowSum {}
