package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.EmbeddedPair;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the embedded method of a tableau, its second row of weights. */
final class EmbeddedReader {

  /** The member of the annotation. */
  static final String MEMBER = "embeddedOrder";

  private EmbeddedReader() {}

  /**
   * The pair of a scheme and the method embedded in it; the scheme itself where there is none.
   *
   * @param row the tableau with the second row of weights
   */
  static Parsed<? extends Scheme> read(
      Parsed<? extends Scheme> parsed, Optional<RungeKutta> row, AnnotationValues annotation)
      throws IncompleteAnnotation {
    int order = annotation.integer(MEMBER);
    if (parsed.value().isEmpty() || (row.isEmpty() && order == 0)) {
      return parsed;
    }
    Scheme scheme = parsed.value().orElseThrow();
    List<Finding> findings = new ArrayList<>(parsed.findings());
    String form = annotation.constant("form");
    Optional<String> with =
        !(scheme instanceof RungeKutta)
            ? Optional.of("iterations")
            : form.equals("BUTCHER") ? Optional.empty() : Optional.of("form = TableauForm." + form);
    if (with.isPresent()) {
      Location location =
          row.isPresent() ? new Location.EmbeddedRow() : new Location.Member(MEMBER);
      String out =
          row.isEmpty()
              ? MEMBER
              : "the second row of weights" + (order == 0 ? "" : " and " + MEMBER);
      findings.add(Message.EMBEDDED_ALONE.at(location, scheme.name(), with.orElseThrow(), out));
      return parsed.withFindings(findings);
    }
    if (row.isEmpty()) {
      findings.add(Message.NO_EMBEDDED_ROW.at(new Location.Member(MEMBER), scheme.name(), order));
      return parsed.withFindings(findings);
    }
    return Parsed.of(
        pair((RungeKutta) scheme, row.orElseThrow(), order), findings, parsed.positions());
  }

  /** A pair whose second row claims an order. */
  static EmbeddedPair pair(RungeKutta method, RungeKutta second, int order) {
    RungeKutta embedded =
        new RungeKutta(
            "The embedded method of " + method.name(),
            order,
            second.a(),
            second.weights(),
            second.factor(),
            second.c(),
            method.notation());
    return new EmbeddedPair(method, embedded);
  }
}
