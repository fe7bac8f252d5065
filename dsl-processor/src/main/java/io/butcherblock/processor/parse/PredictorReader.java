package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Predictor;
import java.util.List;

/** Reads the predictor of an implicit recurrence. */
final class PredictorReader {

  static final String MEMBER = "predictor";
  private static final String CORRECTIONS = "corrections";

  private PredictorReader() {}

  static boolean isPresent(AnnotationValues annotation) throws IncompleteAnnotation {
    return !annotation.string(MEMBER).isBlank();
  }

  /** The scheme with the predictor of its annotation; findings are added. */
  static Multistep read(
      Multistep corrector, AnnotationValues annotation, boolean absorbs, List<Finding> findings)
      throws IncompleteAnnotation {
    findings.addAll(checkCorrections(corrector.name(), annotation));
    if (!isPresent(annotation)) {
      return corrector;
    }
    if (!Finding.anyError(findings)
        && corrector.terms().stream().noneMatch(term -> term.back() < 0)) {
      findings.add(Message.PREDICTOR_UNUSED.at(new Location.Member(MEMBER), corrector.name()));
    }
    Parsed<List<FunctionTerm>> terms =
        RecurrenceParser.writtenPredictor(corrector.name(), annotation.string(MEMBER), absorbs);
    findings.addAll(terms.findings());
    return corrector.with(
        new Predictor(
            RecurrenceParser.constants(terms).value().orElse(List.of()),
            annotation.integer(CORRECTIONS),
            FunctionTerm.spelling(terms.value().orElse(List.of()))));
  }

  /** How often is corrected, which is said of a predictor only. */
  static List<Finding> checkCorrections(String scheme, AnnotationValues annotation)
      throws IncompleteAnnotation {
    int corrections = annotation.integer(CORRECTIONS);
    boolean right = isPresent(annotation) ? corrections >= 1 : corrections == 1;
    String reason =
        isPresent(annotation) ? "it must be at least 1" : "there is no predictor to correct";
    return right
        ? List.of()
        : List.of(
            Message.CORRECTIONS.at(new Location.Member(CORRECTIONS), scheme, corrections, reason));
  }

  /** The text of a declaration, with its predictor. */
  static String text(String written, AnnotationValues annotation) throws IncompleteAnnotation {
    int corrections = annotation.integer(CORRECTIONS);
    return isPresent(annotation)
        ? written.strip()
            + "\npredicted by\n"
            + annotation.string(MEMBER).strip()
            + (corrections == 1 ? "" : "\ncorrected " + corrections + " times")
        : written;
  }
}
