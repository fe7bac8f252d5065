import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 3, value = """
    1           | 1
    3/4 1/4     | 0  1/4
    1/3  0  2/3 | 0   0  2/3
    """)
interface ErroneousMissingForm {}
