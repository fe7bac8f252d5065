import io.butcherblock.dsl.PartitionedRungeKutta;

@PartitionedRungeKutta(order = 2, p = """
    0 | 0
    --
      | 1
    """, q = """
    1 | 1
    --
      | 1
    """)
interface ErroneousPartitionedOrderTooHigh {}
