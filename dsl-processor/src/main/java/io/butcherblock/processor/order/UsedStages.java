package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.RungeKutta;
import java.util.List;
import java.util.stream.IntStream;

/** A tableau without the stages that the result does not depend on. */
final class UsedStages {

  private UsedStages() {}

  static RungeKutta of(RungeKutta scheme) {
    boolean[] used = scheme.usedStages();
    int[] kept = IntStream.range(0, used.length).filter(i -> used[i]).toArray();
    return kept.length == used.length
        ? scheme
        : new RungeKutta(
            scheme.name(),
            scheme.order(),
            IntStream.of(kept).mapToObj(i -> only(kept, scheme.a().get(i))).toList(),
            only(kept, scheme.weights()),
            scheme.factor(),
            only(kept, scheme.c()));
  }

  private static List<Exact> only(int[] kept, List<Exact> numbers) {
    return IntStream.of(kept).mapToObj(numbers::get).toList();
  }
}
