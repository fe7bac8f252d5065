package io.butcherblock.processor.parse;

import io.butcherblock.names.Counted;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.EmbeddedPair;
import io.butcherblock.processor.model.IteratedRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import java.util.ArrayList;
import java.util.List;

/** Reads how a tableau becomes a block: by iteration where it is implicit, and in some steps. */
final class IterationReader {

  private IterationReader() {}

  /** The scheme of a tableau with the other members of its annotation. */
  static Parsed<? extends Scheme> read(Parsed<RungeKutta> tableau, AnnotationValues annotation)
      throws IncompleteAnnotation {
    if (tableau.value().isEmpty()) {
      return tableau;
    }
    RungeKutta method = tableau.value().orElseThrow().withSteps(annotation.integer("steps"));
    int iterations = annotation.integer("iterations");
    List<Finding> findings = new ArrayList<>(tableau.findings());
    check(method, iterations, findings);
    Scheme scheme =
        iterations > 0 && !Finding.anyError(findings)
            ? new IteratedRungeKutta(method, iterations)
            : method;
    return Parsed.of(scheme, findings, tableau.positions());
  }

  private static void check(RungeKutta method, int iterations, List<Finding> findings) {
    Location member = new Location.Member("iterations");
    if (iterations < 0) {
      findings.add(Message.ITERATIONS_NEGATIVE.at(member, method.name(), iterations));
    } else if (iterations > 0 && method.isExplicit()) {
      findings.add(Message.NOTHING_TO_ITERATE.at(member, method.name(), iterations));
    } else if (iterations > 0 && !method.tolerance().isNone()) {
      findings.add(
          Message.ITERATIONS_TOLERANCE.at(new Location.Member("tolerance"), method.name()));
    } else if (1 + (long) iterations * method.stages() > TableauParser.MOST_STAGES) {
      findings.add(
          Message.TOO_MANY_STAGES.at(
              member,
              method.name(),
              1 + (long) iterations * method.stages(),
              TableauParser.MOST_STAGES));
    }
  }

  /** The explicit scheme of which a starting procedure takes single steps. */
  static RungeKutta explicit(Scheme scheme) {
    return scheme instanceof IteratedRungeKutta iterated
        ? iterated.unrolled()
        : scheme instanceof EmbeddedPair pair ? pair.compiled() : (RungeKutta) scheme;
  }

  /** The text of a declaration, with what becomes of it by iteration. */
  static String text(String written, Scheme scheme) {
    return scheme instanceof IteratedRungeKutta iterated
        ? written.stripTrailing()
            + "\n\n"
            + Counted.of(iterated.iterations(), "iteration")
            + " of it, as an explicit tableau:\n"
            + TableauText.of(iterated.unrolled())
        : written;
  }
}
