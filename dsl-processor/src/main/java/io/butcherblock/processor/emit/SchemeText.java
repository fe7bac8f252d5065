package io.butcherblock.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import io.butcherblock.processor.lower.LoweredFamily;
import io.butcherblock.processor.lower.LoweredProgram;
import io.butcherblock.processor.lower.LoweredScheme;
import io.butcherblock.processor.model.DeclaredType;
import io.butcherblock.processor.model.Measures;
import io.butcherblock.processor.model.Measures.LeadingError;
import io.butcherblock.processor.model.Stability;
import io.butcherblock.program.BlockProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The documentation of the classes generated for a scheme.
 *
 * @param declaration the tableau or recurrence as written
 */
record SchemeText(DeclaredType type, LoweredScheme scheme, String declaration) {

  CodeBlock block(BlockProgram program) {
    boolean trained = !program.coefficients().isEmpty();
    boolean family = !LoweredProgram.formulas(program.instructions()).isEmpty();
    String coefficients =
        family
            ? "with coefficients that are computed from trained free parameters"
            : trained ? "with trained coefficients" : "with the coefficients of the scheme";
    return CodeBlock.builder()
        .add("$L of {@link $T}, $L.\n\n", scheme.block(), declaring(), coefficients)
        .add(Sources.preformatted(declaration))
        .add("\n")
        .add(proved())
        .add(
            "\n<p>At most $L tensors of feature maps live at once, the input among them.\n",
            program.peak())
        .build();
  }

  CodeBlock runnable() {
    return CodeBlock.builder()
        .add("The scheme {@link $T} made runnable.\n\n", declaring())
        .add(Sources.preformatted(declaration))
        .add("\n")
        .add(proved())
        .build();
  }

  /** What is proved, and no more. */
  private CodeBlock proved() {
    if (scheme.parametric().isPresent()) {
      return Sources.wrapped(
          ofFamily(scheme.parametric().orElseThrow()) + intervals() + " " + measures());
    }
    String order =
        "<p>"
            + (scheme.tolerance().isNone() ? "Proved: order " : "Order ")
            + scheme.order()
            + toTolerance()
            + " for a vector field shared by all evaluations and frozen coefficients"
            + scheme.condition()
            + ". Of trained coefficients, or of a vector field for each evaluation, it says what"
            + " they start from.";
    return Sources.wrapped(order + intervals() + " " + measures());
  }

  private String toTolerance() {
    return scheme.tolerance().isNone()
        ? ""
        : scheme.tolerance().suffix()
            + " (no order condition is missed by more; none is proved to hold)";
  }

  private String measures() {
    Measures measures = scheme.measures();
    List<String> parts = new ArrayList<>();
    if (!Double.isNaN(measures.ssp())) {
      parts.add("SSP coefficient " + rounded(measures.ssp()));
    }
    if (!Double.isNaN(measures.realPerEvaluation())) {
      parts.add("real interval for each evaluation " + rounded(measures.realPerEvaluation()));
    }
    axis("dissipation", measures.dissipation()).ifPresent(parts::add);
    axis("dispersion", measures.dispersion()).ifPresent(parts::add);
    String of = scheme.parametric().isPresent() ? " of that member" : "";
    return parts.isEmpty() ? "" : "Measures" + of + ": " + String.join(", ", parts) + ".";
  }

  private static Optional<String> axis(String what, LeadingError error) {
    if (Double.isNaN(error.constant())) {
      return Optional.empty();
    }
    return Optional.of(
        error.order() == 0
            ? "no " + what + " on the imaginary axis"
            : String.format(
                Locale.ROOT,
                "%s of order %d (%.3g nu^%d at z = i nu)",
                what,
                error.order(),
                error.constant(),
                error.order() + 1));
  }

  private String ofFamily(LoweredFamily family) {
    String values =
        family.parameters().stream()
            .map(p -> p.name() + " in [" + p.low() + ", " + p.high() + "]")
            .collect(Collectors.joining(" and "));
    String start =
        family.parameters().stream()
            .map(p -> p.name() + " = " + p.start())
            .collect(Collectors.joining(", "));
    return "<p>Proved: order "
        + scheme.order()
        + " for every value of "
        + values
        + ", for a vector field shared by all evaluations"
        + scheme.condition()
        + ". Training keeps the parameters in their intervals, hence the order holds after every"
        + " step of it, where all coefficients are computed from them. Where each coefficient is"
        + " trained by itself, or with a vector field for each evaluation, it says what they start"
        + " from. With frozen coefficients it is the member with "
        + start
        + ".";
  }

  private String intervals() {
    return Double.isNaN(stability().realInterval())
        ? ""
        : " Stability intervals: real "
            + interval("[-%s, 0]", stability().realInterval())
            + ", imaginary "
            + interval("i [-%1$s, %1$s]", stability().imaginaryInterval())
            + (scheme.parametric().isPresent() ? ", of that member." : ".");
  }

  private Stability stability() {
    return scheme.stability();
  }

  private static String interval(String format, double end) {
    return end == 0 ? "{0}" : String.format(Locale.ROOT, format, rounded(end));
  }

  private ClassName declaring() {
    return Names.declaring(type);
  }

  private static String rounded(double number) {
    return Double.isInfinite(number)
        ? "infinity"
        : String.format(Locale.ROOT, "%.6f", number).replaceAll("\\.?0+$", "");
  }
}
