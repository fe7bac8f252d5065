import io.butcherblock.dsl.PartitionedRungeKutta;

@PartitionedRungeKutta(order = 1, p = """
    0 | 0
    --
      | 1
    """, q = """
    0 | 0 0
    1 | 1 0
    --
      | 1 0
    """)
interface ErroneousPairStages {}
