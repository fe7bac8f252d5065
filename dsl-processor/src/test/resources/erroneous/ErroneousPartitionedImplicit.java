import io.butcherblock.dsl.PartitionedRungeKutta;

@PartitionedRungeKutta(order = 1, p = """
    1 | 1
    --
      | 1
    """, q = """
    1 | 1
    --
      | 1
    """)
interface ErroneousPartitionedImplicit {}
