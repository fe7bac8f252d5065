package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.diagnostics.Place;
import io.butcherblock.processor.diagnostics.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
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
    List<Finding> findings = new ArrayList<>();
    for (String tag : tags(type)) {
      if (!exists(message -> message.tag().equals(tag) && !isError(message))) {
        String why =
            exists(message -> message.tag().equals(tag))
                ? tag + " is an error, which cannot be silenced."
                : "there is no such tag." + hint(tag);
        findings.add(
            Message.SILENCES_NOTHING.at(new Place.Member("value"), type.getSimpleName(), tag, why));
      }
    }
    return findings;
  }

  private static boolean exists(Predicate<Message> condition) {
    return Arrays.stream(Message.values()).anyMatch(condition);
  }

  private static boolean isError(Message message) {
    return message.severity() == Severity.ERROR;
  }

  private static String hint(String tag) {
    List<String> warnings =
        Arrays.stream(Message.values())
            .filter(message -> !isError(message))
            .map(Message::tag)
            .toList();
    return NearestName.of(tag, warnings).map(name -> " Did you mean " + name + "?").orElse("");
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
