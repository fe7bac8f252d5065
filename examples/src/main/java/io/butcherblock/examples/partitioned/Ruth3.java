package io.butcherblock.examples.partitioned;

import io.butcherblock.dsl.PartitionedRungeKutta;

/**
 * Ruth's symplectic method of order 3: Ruth, A canonical integration technique, IEEE Transactions
 * on Nuclear Science 30, 1983, 2669-2671.
 */
@PartitionedRungeKutta(
    order = 3,
    p =
        """
        7/24 | 7/24 0    0
        25/24 | 7/24 3/4 0
        1 | 7/24 3/4 -1/24
        --+---------------
          | 7/24 3/4 -1/24
        """,
    q =
        """
        0 | 0 0 0
        2/3 | 2/3 0 0
        0 | 2/3 -2/3 0
        --+---------------
          | 2/3 -2/3 1
        """)
public interface Ruth3 {}
