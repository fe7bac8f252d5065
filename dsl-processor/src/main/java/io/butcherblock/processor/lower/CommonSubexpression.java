package io.butcherblock.processor.lower;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.lower.Statement.Sum;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.List;

/** The sum {@code first + ratio second}, which larger sums hold up to a factor. */
record CommonSubexpression(Value first, Value second, Exact ratio) {

  /** The pairs of frozen terms of a sum; none where one value has two of them. */
  static List<CommonSubexpression> in(Sum sum) {
    List<WeightedValue> frozen = sum.terms().stream().filter(WeightedValue::isFrozen).toList();
    List<CommonSubexpression> pairs = new ArrayList<>();
    if (frozen.stream().map(WeightedValue::value).distinct().count() < frozen.size()) {
      return pairs;
    }
    for (WeightedValue first : frozen) {
      for (WeightedValue second : frozen) {
        // One of the two directions, whatever the order of the terms is.
        if (first.value().name().compareTo(second.value().name()) < 0) {
          pairs.add(
              new CommonSubexpression(
                  first.value(), second.value(), second.weight().over(first.weight())));
        }
      }
    }
    return pairs;
  }

  /** The same up to a factor, {@code second + first / ratio}. */
  CommonSubexpression turned() {
    return new CommonSubexpression(/* first= */ second, /* second= */ first, Exact.ONE.over(ratio));
  }

  Sum as(Value target) {
    return new Sum(target, List.of(WeightedValue.unit(first), WeightedValue.frozen(ratio, second)));
  }

  /** A sum that holds the pair, with {@code shared} instead of its two terms. */
  Sum replacedIn(Sum sum, Value shared) {
    List<WeightedValue> terms = new ArrayList<>();
    for (WeightedValue term : sum.terms()) {
      if (!term.isFrozen()) {
        terms.add(term);
      } else if (term.value().equals(first)) {
        terms.add(WeightedValue.frozen(term.weight(), shared));
      } else if (!term.value().equals(second)) {
        terms.add(term);
      }
    }
    return new Sum(sum.target(), terms);
  }
}
