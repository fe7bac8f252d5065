package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.StartingProcedure;
import java.util.ArrayList;
import java.util.List;

/** Reads recurrences for y'' = f(y), whose terms of f have h^2. */
final class SecondOrderReader {

  private SecondOrderReader() {}

  static boolean isSecondOrder(Parsed<List<FunctionTerm>> terms) {
    return terms.value().orElse(List.of()).stream().anyMatch(term -> term.steps() == 2);
  }

  /** The start of such a scheme. */
  static StartingProcedure start(AnnotationValues annotation) throws IncompleteAnnotation {
    return annotation.constant("start").equals("ZERO_HISTORY")
        ? new StartingProcedure.ZeroHistory()
        : new StartingProcedure.FromRest();
  }

  /** What such a scheme does not have. */
  static List<Finding> check(Multistep scheme, AnnotationValues annotation)
      throws IncompleteAnnotation {
    List<Finding> findings = new ArrayList<>();
    if (!scheme.carriesHistory()) {
      findings.add(
          finding(
              scheme,
              "history",
              "carries its history: blocks that start anew would begin from y' = 0, each of them."
                  + " Write history = History.CARRIED (import io.butcherblock.dsl.History)"));
    }
    boolean byScheme = annotation.constant("start").equals("SCHEME");
    if (byScheme || annotation.type("startScheme").isPresent()) {
      findings.add(
          finding(
              scheme,
              byScheme ? "start" : "startScheme",
              "is not started by a scheme for y' = f(y). Leave start and startScheme out, and it"
                  + " starts from y' = 0: y[1] = y[0] + h^2/2 f[0]"));
    }
    if (PredictorReader.isPresent(annotation)) {
      findings.add(
          finding(
              scheme,
              PredictorReader.MEMBER,
              "is explicit so far: a predictor is not supported. Leave it out, and f[n+1]"));
    }
    findings.addAll(PredictorReader.checkCorrections(scheme.name(), annotation));
    if (!annotation.string("parameters").isBlank()) {
      findings.add(
          finding(scheme, "parameters", "has no free parameters so far. Write numbers for them"));
    }
    return findings;
  }

  private static Finding finding(Multistep scheme, String member, String clause) {
    return Message.SECOND_ORDER.at(new Location.Member(member), scheme.name(), clause);
  }
}
