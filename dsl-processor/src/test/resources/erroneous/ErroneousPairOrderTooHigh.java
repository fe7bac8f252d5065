import io.butcherblock.dsl.AdditiveRungeKutta;

@AdditiveRungeKutta(order = 2, f = """
    0 | 0 0 0
    0 | 0 0 0
    1 | 0 1 0
    --+------
      | 0 1 0
    """, g = """
     0  |  0  0  0
    1/2 | 1/2 0  0
    1/2 | 1/2 0  0
    ----+---------
        | 1/2 0 1/2
    """)
interface ErroneousPairOrderTooHigh {}
