import io.butcherblock.dsl.AdditiveRungeKutta;

@AdditiveRungeKutta(order = 1, f = """
    0 | 0 0
    1 | 1 0
    --+----
      | 1 0
    """, g = """
    0 | 0 0
    1 | 0 1
    --+----
      | 0 1
    """)
interface ErroneousAdditiveImplicit {}
