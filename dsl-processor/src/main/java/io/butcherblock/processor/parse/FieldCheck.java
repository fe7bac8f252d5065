package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.diagnostics.Place;
import io.butcherblock.processor.model.Exact;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Requires that all the numbers of a scheme lie in one field Q(sqrt d). */
final class FieldCheck {

  private FieldCheck() {}

  static Optional<Finding> check(String scheme, Place place, List<Exact> numbers) {
    List<BigInteger> radicands =
        numbers.stream()
            .filter(number -> !number.isRational())
            .map(Exact::radicand)
            .distinct()
            .toList();
    return radicands.size() < 2
        ? Optional.empty()
        : Optional.of(Message.MIXED_RADICALS.at(place, scheme, radicands.get(0), radicands.get(1)));
  }
}
