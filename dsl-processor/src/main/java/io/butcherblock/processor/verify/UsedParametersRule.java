package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.ParametricScheme;
import java.util.List;

/** Some coefficient depends on each free parameter. */
final class UsedParametersRule implements Rule<ParametricScheme> {

  @Override
  public List<Finding> check(ParametricScheme family) {
    return family.parameters().stream()
        .filter(
            parameter ->
                family.functions().stream()
                    .noneMatch(function -> function.variables().contains(parameter.name())))
        .map(
            parameter ->
                Message.UNUSED_PARAMETER.at(
                    new Location.Parameter(parameter.name()), family.name(), parameter.name()))
        .toList();
  }
}
