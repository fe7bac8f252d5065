import io.butcherblock.dsl.PartitionedRungeKutta;

@PartitionedRungeKutta(order = 1, p = """
    0 | 0
    --
      | 1
    """, q = """
    1/2 | 1
    --
      | 1
    """)
interface ErroneousPairRowSum {}
