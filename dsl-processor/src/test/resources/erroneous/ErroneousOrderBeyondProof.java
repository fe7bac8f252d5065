import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 15, value = """
    0   |
    ----+---
        | 1
    """)
interface ErroneousOrderBeyondProof {}
