package io.butcherblock.processor.exact;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The first bits of square roots. The last ones are kept: a Sturm sequence asks for the same ones
 * thousands of times, and a root takes longer than all else that is done with it.
 */
final class RootBits {

  private static final int KEPT = 256;

  private static final Map<Root, BigInteger> LAST =
      Collections.synchronizedMap(
          new LinkedHashMap<>(KEPT, 0.75f, /* accessOrder= */ true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Root, BigInteger> eldest) {
              return size() > KEPT;
            }
          });

  private RootBits() {}

  private record Root(BigInteger radicand, int bits) {}

  /** The largest whole number up to 2^bits sqrt(radicand). */
  static BigInteger floor(BigInteger radicand, int bits) {
    return LAST.computeIfAbsent(
        new Root(radicand, bits), root -> radicand.shiftLeft(2 * bits).sqrt());
  }
}
