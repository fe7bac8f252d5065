package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.DeclaredType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads the annotated type itself: its names and the first paragraph of its documentation. */
final class TypeReader {

  /** Some file systems take no longer ones, and a regular expression has a stack. */
  private static final int LONGEST_NAME = 200;

  /** A first paragraph is cut here: a comment may be as long as it likes. */
  private static final int LONGEST_COMMENT = 8000;

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+([-._][a-z0-9]+)*");
  private static final Pattern PARAGRAPH_END =
      Pattern.compile("\\s*(\\R\\s*\\R|<p>|<pre>|(?m)^\\s*@)");

  private static final Pattern INLINE_TAG = Pattern.compile("\\{@(\\w+) ([^}]*)}");
  private static final Pattern WORD_BEGINS =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_");

  /** What generated code uses of {@code java.lang}. */
  private static final List<String> OF_JAVA_LANG = List.of("Double", "Override", "String");

  private static final Map<ElementKind, String> KINDS =
      Map.of(
          ElementKind.CLASS, "a class",
          ElementKind.RECORD, "a record",
          ElementKind.ENUM, "an enum",
          ElementKind.ANNOTATION_TYPE, "an annotation");

  private final Elements elements;

  TypeReader(Elements elements) {
    this.elements = elements;
  }

  /**
   * Reads a type.
   *
   * @param name the name for the command line, or empty for the default
   */
  DeclaredType read(TypeElement type, String name) {
    String packageName = elements.getPackageOf(type).getQualifiedName().toString();
    String qualified = type.getQualifiedName().toString();
    String simple =
        qualified.substring(packageName.isEmpty() ? 0 : packageName.length() + 1).replace('.', '_');
    return new DeclaredType(
        packageName,
        simple,
        qualified,
        name.isEmpty() ? kebab(type.getSimpleName().toString()) : name,
        firstParagraph(elements.getDocComment(type)),
        hidesJavaLang(packageName));
  }

  private boolean hidesJavaLang(String packageName) {
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    return OF_JAVA_LANG.stream().anyMatch(name -> elements.getTypeElement(prefix + name) != null);
  }

  /** What is wrong with the kind and the name of a type, and with what it silences. */
  static List<Finding> check(TypeElement type, DeclaredType declared) {
    List<Finding> findings = new ArrayList<>(Suppressions.check(type));
    if (type.getKind() != ElementKind.INTERFACE) {
      findings.add(
          Message.NOT_AN_INTERFACE.at(
              new Location.Member("value"), type.getSimpleName(), KINDS.get(type.getKind())));
    }
    String name = declared.commandName();
    if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
      findings.add(
          Message.BAD_NAME.at(
              new Location.Member("name"), type.getSimpleName(), name, usable(name)));
    }
    return findings;
  }

  /** The nearest name that can be used, for the annotation. */
  private static String usable(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return plain.isEmpty() || plain.length() > LONGEST_NAME ? "..." : plain;
  }

  /** {@code OisrRk3} is {@code oisr-rk3}, {@code GV2} is {@code gv2}. */
  static String kebab(String simpleName) {
    return WORD_BEGINS.matcher(simpleName).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  private static String firstParagraph(String comment) {
    if (comment == null) {
      return "";
    }
    // Not the first sentence: its end cannot be told from the full stop of "et al." or "J. Comput.
    // Phys."
    String paragraph =
        PARAGRAPH_END
            .split(
                comment.strip().substring(0, Math.min(comment.strip().length(), LONGEST_COMMENT)),
                2)[0]
            .replaceAll("\\s+", " ");
    return withoutMarkup(paragraph);
  }

  /** The text as it is read; {@code code} is no HTML, and stays as it stands. */
  private static String withoutMarkup(String paragraph) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (MatchResult tag : INLINE_TAG.matcher(paragraph).results().toList()) {
      text.append(HtmlEntities.decoded(paragraph.substring(from, tag.start())));
      boolean plain = tag.group(1).equals("code") || tag.group(1).equals("literal");
      text.append(plain ? tag.group(2) : HtmlEntities.decoded(tag.group(2)));
      from = tag.end();
    }
    return text.append(HtmlEntities.decoded(paragraph.substring(from))).toString();
  }
}
