package io.butcherblock.processor.emit;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.AdditiveRungeKutta;
import io.butcherblock.processor.model.IteratedRungeKutta;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.ParametricScheme;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.Predictor;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.StartingProcedure.FromRest;
import io.butcherblock.processor.model.StartingProcedure.OneStep;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * A scheme as canonical text in one line, {@code 0 | ; 1/2 | 1/2 ; | 0, 1}: two declarations of the
 * same numbers have the same text, however they are written. It does not depend on how a block is
 * lowered, so that weights can be compared with later versions of the compiler.
 */
final class DefinitionText {

  /** A constant of a class file has 65,535 bytes. */
  private static final int LONGEST = 32_000;

  private static final int KEPT = 2_000;

  private DefinitionText() {}

  /**
   * The text of a scheme.
   *
   * @param trainable whether a common factor of the weights is a coefficient of its own
   */
  static String of(Scheme scheme, boolean trainable) {
    return shortened(text(scheme, trainable));
  }

  /** The text of a family: its functions, and the intervals of its parameters. */
  static String of(ParametricScheme family) {
    return shortened(FamilyText.of(family) + " ; " + family.parametersText());
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST
        ? text
        : String.format(
            Locale.ROOT,
            "%s ... (%d characters with the checksum %08x)",
            text.substring(0, KEPT),
            text.length(),
            checksum(text));
  }

  private static String text(Scheme scheme, boolean trainable) {
    if (scheme instanceof PartitionedRungeKutta partitioned) {
      return "p: "
          + whole(partitioned.p())
          + " ; q: "
          + whole(partitioned.q())
          + tolerance(partitioned)
          + (partitioned.hamiltonian() ? " ; p' = -f(q), q' = g(p)" : "");
    }
    if (scheme instanceof AdditiveRungeKutta additive) {
      return "f: " + whole(additive.f()) + " ; g: " + whole(additive.g()) + tolerance(additive);
    }
    if (scheme instanceof IteratedRungeKutta iterated) {
      return iterated(iterated, trainable);
    }
    return scheme instanceof RungeKutta tableau
        ? steps(tableau, trainable)
        : recurrence((Multistep) scheme, trainable);
  }

  /** A tableau with all of its square, a common factor multiplied out. */
  private static String whole(RungeKutta scheme) {
    String stages =
        IntStream.range(0, scheme.stages())
            .mapToObj(i -> scheme.c().get(i) + " | " + list(scheme.a().get(i)))
            .collect(Collectors.joining(" ; "));
    return stages
        + " ; | "
        + list(IntStream.range(0, scheme.stages()).mapToObj(scheme::b).toList());
  }

  private static String steps(RungeKutta scheme, boolean trainable) {
    return tableau(scheme, trainable)
        + (scheme.steps() == 1 ? "" : String.format(Locale.ROOT, " ; %d steps", scheme.steps()));
  }

  private static String iterated(IteratedRungeKutta scheme, boolean trainable) {
    return steps(scheme.unrolled(), trainable)
        + String.format(Locale.ROOT, " ; %d iterations of ", scheme.iterations())
        + tableau(scheme.method(), trainable);
  }

  private static String tableau(RungeKutta scheme, boolean trainable) {
    boolean explicit = scheme.isExplicit();
    String stages =
        IntStream.range(0, scheme.stages())
            .mapToObj(
                i ->
                    scheme.c().get(i)
                        + " | "
                        + list(scheme.a().get(i).subList(0, explicit ? i : scheme.stages())))
            .map(String::stripTrailing)
            .collect(Collectors.joining(" ; "));
    boolean factored = trainable && !scheme.factor().isOne();
    String weights =
        factored
            ? factor(scheme.factor()) + "* (" + list(scheme.weights()) + ")"
            : list(IntStream.range(0, scheme.stages()).mapToObj(scheme::b).toList());
    return stages + " ; | " + weights + tolerance(scheme);
  }

  private static String tolerance(Scheme scheme) {
    return scheme.tolerance().isNone() ? "" : " ;" + scheme.tolerance().suffix();
  }

  private static String list(List<Exact> numbers) {
    return numbers.stream().map(Exact::toString).collect(Collectors.joining(", "));
  }

  /** Terms in the order of the declaration, which is that of their evaluations. */
  private static String recurrence(Multistep scheme, boolean trainable) {
    return String.format(
        Locale.ROOT,
        "%sy[n+1] = %s ; %s%s%s",
        scheme.predictor().map(p -> predictor(scheme, p)).orElse(""),
        terms(scheme, scheme.terms()),
        scheme.steps() == 1 ? "1 step" : scheme.steps() + " steps",
        scheme.backValues() > 1 ? start(scheme, trainable) : "",
        (scheme.carriesHistory() ? " ; history carried from block to block" : "")
            + (scheme.absorbed().isPresent() ? " ; f absorbs the step size" : ""));
  }

  private static String predictor(Multistep scheme, Predictor predictor) {
    return String.format(
        Locale.ROOT,
        "predicted by y[n+1] = %s ; corrected %s by ",
        terms(scheme, predictor.terms()),
        predictor.corrections() == 1 ? "once" : predictor.corrections() + " times");
  }

  private static String terms(Multistep scheme, List<Multistep.Term> terms) {
    return terms.stream()
        .filter(term -> !term.coefficient().isZero())
        .map(term -> term(term, scheme.written(term), scheme.stepText()))
        .collect(Collectors.joining(" + "));
  }

  private static String term(Multistep.Term term, Exact coefficient, String step) {
    String h = term.kind() == Multistep.Kind.VECTOR_FIELD && !step.isEmpty() ? step + " " : "";
    return (coefficient.isOne() ? "" : factor(coefficient)) + h + term.reference();
  }

  private static String factor(Exact number) {
    String text = number.toString();
    return text.contains(" ") ? "(" + text + ") " : text + " ";
  }

  static String start(Multistep scheme, boolean trainable) {
    if (scheme.start() instanceof FromRest) {
      return " ; started from y' = 0";
    }
    return scheme.writtenStart() instanceof OneStep start
        ? " ; started by " + tableau(start.scheme(), trainable)
        : " ; from a zero history";
  }

  private static long checksum(String text) {
    CRC32 sum = new CRC32();
    text.chars().forEach(sum::update);
    return sum.getValue();
  }
}
