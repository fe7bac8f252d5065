package io.butcherblock.processor;

import io.butcherblock.processor.diagnostics.AlikeFindings;
import io.butcherblock.processor.diagnostics.Excerpt;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.SourceMap;
import io.butcherblock.processor.parse.AnnotationValues;
import io.butcherblock.processor.parse.Suppressions;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** The one place that speaks to the user: prints findings as messages of the Java compiler. */
final class Reporter {

  private final Messager messager;

  Reporter(Messager messager) {
    this.messager = messager;
  }

  /**
   * Prints the findings about an annotated type; a suppressed warning is left out, and many that
   * are alike are counted.
   */
  void report(
      Element type, AnnotationValues annotation, Iterable<Finding> findings, SourceMap positions) {
    for (Finding finding : AlikeFindings.counted(findings)) {
      if (finding.isError() || !Suppressions.silence(type, finding.message().tag())) {
        print(type, annotation, finding, positions);
      }
    }
  }

  private void print(
      Element type, AnnotationValues annotation, Finding finding, SourceMap positions) {
    Optional<Excerpt> excerpt =
        finding.location() instanceof Location.Member member
            ? annotation.written(member.name())
            : positions.find(finding.location());
    String text = finding.text() + excerpt.map(e -> "\n" + e.text()).orElse("");
    Diagnostic.Kind kind =
        switch (finding.message().severity()) {
          case ERROR -> Diagnostic.Kind.ERROR;
          case WARNING -> Diagnostic.Kind.WARNING;
          case NOTE -> Diagnostic.Kind.NOTE;
        };
    Optional<AnnotationValue> value =
        member(finding.location(), excerpt).flatMap(annotation::value);
    if (value.isPresent()) {
      messager.printMessage(kind, text, type, annotation.mirror(), value.orElseThrow());
    } else {
      messager.printMessage(kind, text, type, annotation.mirror());
    }
  }

  private static Optional<String> member(Location location, Optional<Excerpt> excerpt) {
    return location instanceof Location.Member member
        ? Optional.of(member.name())
        : excerpt.map(Excerpt::member);
  }
}
