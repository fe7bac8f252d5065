package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.TableauForm;

/**
 * The strong-stability-preserving method SSP(5,4): R. J. Spiteri, S. J. Ruuth, SIAM J. Numer. Anal.
 * 40 (2002), 469-491.
 */
@ButcherTableau(
    order = 4,
    tolerance = "1e-14",
    form = TableauForm.SHU_OSHER,
    value =
        """
        1                                                                                             | 0.391752226571890
        0.444370493651235  0.555629506348765                                                          | 0                  0.368410593050371
        0.620101851488403  0                  0.379898148511597                                       | 0                  0                  0.251891774271694
        0.178079954393132  0                  0                  0.821920045606868                    | 0                  0                  0                  0.544974750228521
        0                  0                  0.517231671970585  0.096059710526147  0.386708617503269 | 0                  0                  0                  0.063692468666290  0.226007483236906
        """)
public interface SspRk54 {}
