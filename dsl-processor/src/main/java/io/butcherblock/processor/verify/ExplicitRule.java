package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Subscript;
import java.util.List;

/** a_ij = 0 for j at least i: a stage looks back to earlier ones only. */
final class ExplicitRule implements Rule<RungeKutta> {

  @Override
  public List<Finding> check(RungeKutta scheme) {
    for (int i = 0; i < scheme.stages(); i++) {
      for (int j = i; j < scheme.stages(); j++) {
        if (!scheme.a(i, j).isZero()) {
          // The advice is about the whole tableau, and given once.
          return List.of(
              Message.NOT_EXPLICIT.at(
                  new Location.StageEntry(i, j),
                  scheme.name(),
                  i + 1,
                  j + 1,
                  Subscript.of(i, j),
                  scheme.a(i, j),
                  Math.max(1, scheme.order() - 1)));
        }
      }
    }
    return List.of();
  }
}
