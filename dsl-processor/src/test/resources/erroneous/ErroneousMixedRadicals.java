import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 2, value = """
    0       |
    sqrt(2) | sqrt(2)
    --------+------
            | 1/2 sqrt(3)
    """)
interface ErroneousMixedRadicals {}
