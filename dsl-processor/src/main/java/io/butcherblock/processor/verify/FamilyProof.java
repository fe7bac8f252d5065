package io.butcherblock.processor.verify;

import io.butcherblock.processor.model.FreeParameter;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.ParametricMultistep;
import io.butcherblock.processor.model.ParametricRungeKutta;
import io.butcherblock.processor.model.ParametricScheme;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.multivariate.RationalFunction;
import io.butcherblock.processor.order.ParametricConstants;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the rules have shown of a family that broke none of them, a line each. */
final class FamilyProof {

  private static final int MOST_READABLE = 200;

  private FamilyProof() {}

  static List<String> of(ParametricRungeKutta family, RungeKutta start) {
    List<String> lines = beginning(family);
    if (family.stages() > 1) {
      lines.add("row sums: sum_j a_ij = c_i in all " + family.stages() + " stages");
    }
    for (int order = 1; order <= family.order(); order++) {
      lines.add("order " + order + ": " + Proof.conditions(order));
    }
    Proof.principalError(start)
        .map(line -> "of the member at the start: " + line)
        .ifPresent(lines::add);
    return lines;
  }

  static List<String> of(ParametricMultistep family, Multistep start, int blockOrder) {
    List<String> lines = beginning(family);
    lines.add(Proof.order(start));
    RationalFunction next = ParametricConstants.of(family, family.order() + 1);
    String constant = next.toString();
    if (constant.length() <= MOST_READABLE) {
      lines.add("C_" + (family.order() + 1) + " = " + constant);
    }
    lines.add("zero-stable: rho(w) satisfies the root condition");
    if (family.absorbs()) {
      lines.add(Proof.absorbed(family.absorbed().toString()));
    }
    if (start.backValues() > 1) {
      lines.add(Proof.start(start));
      lines.add(Proof.chain(start, blockOrder) + (start.carriesHistory() ? "" : " at least"));
    }
    return lines;
  }

  private static List<String> beginning(ParametricScheme family) {
    List<String> lines = new ArrayList<>();
    lines.add("for every value of " + FamilyText.intervals(family) + ":");
    String start =
        family.parameters().stream()
            .map((FreeParameter parameter) -> parameter.name() + " = " + parameter.start())
            .collect(Collectors.joining(", "));
    lines.add(
        "no coefficient has a pole; stability and measures are those of the member at " + start);
    return lines;
  }
}
