import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 2, value = """
    ----+------
        | 1/2 1/2
    """)
interface ErroneousNoStages {}
