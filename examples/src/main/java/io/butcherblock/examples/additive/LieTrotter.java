package io.butcherblock.examples.additive;

import io.butcherblock.dsl.AdditiveRungeKutta;

/**
 * Lie-Trotter splitting with Euler's method: a step with f, then a step with g. The block of a
 * transformer is one, f being its attention and g its feed-forward network (Lu et al.,
 * "Understanding and Improving Transformer From a Multi-Particle Dynamic System Point of View",
 * 2019, arXiv:1906.02762).
 */
@AdditiveRungeKutta(
    order = 1,
    f =
        """
        0 | 0 0
        1 | 1 0
        --+----
          | 1 0
        """,
    g =
        """
        0 | 0 0
        0 | 0 0
        --+----
          | 0 1
        """)
public interface LieTrotter {}
