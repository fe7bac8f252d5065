package io.butcherblock.processor.parse;

import io.butcherblock.names.NearestName;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.diagnostics.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The warnings that a type or one around it silences by {@code @SuppressWarnings}. */
public final class Suppressions {

  private static final String KEY = "butcherblock:";

  private Suppressions() {}

  /** Whether the warnings of a tag are silenced. */
  public static boolean silence(Element type, String tag) {
    for (Element at = type; at != null; at = at.getEnclosingElement()) {
      if (tags(at).contains(tag)) {
        return true;
      }
    }
    return false;
  }

  /** What is wrong with the tags that the type itself names. */
  static List<Finding> check(TypeElement type) {
    Set<String> warnings = known(Severity.WARNING);
    warnings.addAll(known(Severity.NOTE));
    Set<String> errors = known(Severity.ERROR);
    List<Finding> findings = new ArrayList<>();
    for (String tag : tags(type)) {
      if (!warnings.contains(tag)) {
        String why =
            errors.contains(tag)
                ? tag + " is an error, which cannot be silenced."
                : "there is no such tag." + NearestName.question(tag, warnings);
        findings.add(
            Message.SILENCES_NOTHING.at(
                new Location.Member("value"), type.getSimpleName(), tag, why));
      }
    }
    return findings;
  }

  private static Set<String> known(Severity severity) {
    return Arrays.stream(Message.values())
        .filter(message -> message.severity() == severity)
        .map(Message::tag)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<String> tags(Element element) {
    SuppressWarnings suppressed = element.getAnnotation(SuppressWarnings.class);
    return suppressed == null
        ? List.of()
        : Arrays.stream(suppressed.value())
            .filter(value -> value.startsWith(KEY))
            .map(value -> value.substring(KEY.length()))
            .toList();
  }
}
