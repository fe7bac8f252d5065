package io.butcherblock.gradient;

import java.util.List;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Tensor;

/**
 * Patches of a batch that lie one after the other.
 *
 * @param from the first, from 0
 * @param count how many
 */
record PatchRange(long from, long count) {

  /** Divides a batch into parts that differ by one patch at most, in their order. */
  static List<PatchRange> divide(long patches, long parts) {
    return LongStream.range(0, parts)
        .mapToObj(
            part -> {
              long from = patches * part / parts;
              return new PatchRange(from, patches * (part + 1) / parts - from);
            })
        .toList();
  }

  /** A view of these patches, which the caller closes. */
  Tensor of(Tensor batch) {
    return batch.narrow(0, from, count);
  }
}
