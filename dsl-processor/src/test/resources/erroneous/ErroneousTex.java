import io.butcherblock.dsl.ButcherTableau;

@ButcherTableau(order = 2, value = """
    0           & 0             &   \\\\
    \frac12     & \frac12       &   \\\\
                & 0             & 1
    """)
interface ErroneousTex {}
