package io.butcherblock.weights;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.error.Setting;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Compares what weights were trained in with what they are to be used in. A part of another name is
 * the same where its definition is; a part of the same name is another where its definition is.
 */
final class DefinitionCheck {

  /** Longer definitions are shown where they differ. */
  private static final int LONG = 300;

  private static final int BEFORE = 60;

  private final Path where;
  private final WeightsInfo then;
  private final WeightsInfo now;

  /**
   * Prepares a comparison.
   *
   * @param then what the file says
   * @param now the full description of the network
   */
  DefinitionCheck(Path where, WeightsInfo then, WeightsInfo now) {
    this.where = where;
    this.then = then;
    this.now = now;
  }

  /** Fails at the first difference. */
  void check() {
    NetworkDefinition before = then.definition();
    NetworkDefinition after = now.definition();
    // Its texts differ with the choice of coefficients, which is told first.
    then.coefficients()
        .filter(kind -> !now.coefficients().equals(Optional.of(kind)))
        .ifPresent(
            kind -> {
              throw another(
                  Setting.COEFFICIENTS,
                  kind == Coefficients.FAMILY
                      ? "coefficients computed from free parameters"
                      : "coefficients that are " + lower(kind),
                  Optional.empty(),
                  lower(now.coefficients().orElseThrow()),
                  lower(kind));
            });
    part(
        Setting.SCHEME,
        then.scheme(),
        now.scheme(),
        before.scheme(),
        after.scheme(),
        before.schemeDeclaredBy());
    part(
        Setting.VECTOR_FIELD,
        then.vectorField(),
        now.vectorField(),
        before.vectorField(),
        after.vectorField(),
        before.vectorFieldClass());
    declared("step size", before.stepSize(), after.stepSize());
    declared("weight sharing", before.sharing(), after.sharing());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private void part(
      Setting kind,
      Optional<String> name,
      Optional<String> nameNow,
      Optional<String> definition,
      Optional<String> definitionNow,
      Optional<String> declaredBy) {
    boolean sameName = name.isEmpty() || name.equals(nameNow);
    boolean same = definition.isPresent() ? definition.equals(definitionNow) : sameName;
    if (same) {
      return;
    }
    if (!sameName) {
      throw another(
          kind,
          "the " + kind + " " + PlainText.shortOf(name.get()),
          declaredBy,
          nameNow.orElse("another"),
          name.get());
    }
    throw changed(
        "the " + kind + " " + nameNow.orElse(""),
        definition.orElseThrow(),
        definitionNow.orElseThrow());
  }

  private void declared(String what, Optional<String> before, Optional<String> after) {
    if (before.isPresent() && !before.equals(after)) {
      throw changed(
          "the " + what + " of " + now.network().orElse("the network"),
          before.get(),
          after.orElse("none"));
    }
  }

  private ButcherblockException another(
      Setting kind, String what, Optional<String> declaredBy, String nowName, String name) {
    String before =
        what
            + ", not "
            + nowName
            + declaredBy
                .map(
                    type ->
                        " ("
                            + PlainText.shortOf(type)
                            + " declares "
                            + PlainText.shortOf(name)
                            + ")")
                .orElse("");
    Optional<String> network =
        then.network().filter(named -> !now.network().equals(Optional.of(named)));
    if (network.isPresent()) {
      String its = PlainText.shortOf(network.get());
      return ButcherblockException.of(
          "%s holds weights of the network %s, not of %s: they were trained with %s; name %s, or"
              + " other weights.",
          where, its, now.network().orElse("another"), before, its);
    }
    return ButcherblockException.of(
        "%s holds weights that were trained with %s; give %s, or other weights.",
        where, before, kind.of(PlainText.shortOf(name)));
  }

  private ButcherblockException changed(String what, String before, String after) {
    return ButcherblockException.of(
        "%s holds weights that were trained when %s was declared as \"%s\", not as \"%s\" as now;"
            + " declare it as it was, or train again.",
        where, what, excerpt(before, after), excerpt(after, before));
  }

  /** A text in full, or where it begins to differ from the other one. */
  private static String excerpt(String text, String other) {
    if (text.length() <= LONG) {
      return text;
    }
    int same = 0;
    while (same < Math.min(text.length(), other.length())
        && text.charAt(same) == other.charAt(same)) {
      same++;
    }
    int begin = Math.max(0, Math.min(same - BEFORE, text.length() - LONG));
    int end = Math.min(text.length(), begin + LONG);
    return (begin > 0 ? "... " : "")
        + text.substring(begin, end)
        + (end < text.length() ? " ..." : "");
  }
}
