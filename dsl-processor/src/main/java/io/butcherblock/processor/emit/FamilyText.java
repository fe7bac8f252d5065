package io.butcherblock.processor.emit;

import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.ParametricMultistep;
import io.butcherblock.processor.model.ParametricRungeKutta;
import io.butcherblock.processor.model.ParametricScheme;
import io.butcherblock.processor.multivariate.RationalFunction;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The coefficients of a family as text in one line, in the form of {@link DefinitionText}. */
final class FamilyText {

  private FamilyText() {}

  static String of(ParametricScheme family) {
    return family instanceof ParametricRungeKutta tableau
        ? tableau(tableau)
        : recurrence((ParametricMultistep) family);
  }

  private static String tableau(ParametricRungeKutta family) {
    String stages =
        IntStream.range(0, family.stages())
            .mapToObj(i -> family.c().get(i) + " | " + list(family.a().get(i).subList(0, i)))
            .map(String::stripTrailing)
            .collect(Collectors.joining(" ; "));
    return stages
        + " ; | "
        + list(IntStream.range(0, family.stages()).mapToObj(family::b).toList());
  }

  private static String list(List<RationalFunction> functions) {
    return functions.stream().map(RationalFunction::toString).collect(Collectors.joining(", "));
  }

  private static String recurrence(ParametricMultistep family) {
    Multistep shape = family.shape();
    String terms =
        IntStream.range(0, family.coefficients().size())
            .filter(i -> !family.coefficients().get(i).isZero())
            .mapToObj(i -> term(family, i))
            .collect(Collectors.joining(" + "));
    return String.format(
        Locale.ROOT,
        "y[n+1] = %s ; %d steps%s%s%s",
        terms,
        shape.steps(),
        shape.backValues() > 1 ? DefinitionText.start(shape, /* trainable= */ false) : "",
        shape.carriesHistory() ? " ; history carried from block to block" : "",
        family.absorbs() ? " ; f absorbs the step size" : "");
  }

  private static String term(ParametricMultistep family, int index) {
    Multistep.Term term = family.shape().terms().get(index);
    boolean hasStep = term.kind() == Multistep.Kind.VECTOR_FIELD && !family.absorbs();
    return "(" + family.coefficients().get(index) + ") " + (hasStep ? "h " : "") + term.reference();
  }
}
