package io.butcherblock.benchmarks.compile;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source file that declares one scheme.
 *
 * @param name the simple name of the annotated type
 */
record SchemeSource(String name, String text) {

  private static final Pattern ORDER = Pattern.compile("\\border = (\\d+)");
  private static final Pattern HEAD =
      Pattern.compile("(?m)^(package|import io\\.butcherblock\\.examples\\.).*;$");

  int order() {
    Matcher matcher = ORDER.matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException(name + " claims no order.");
    }
    return Integer.parseInt(matcher.group(1));
  }

  boolean isRungeKutta() {
    return text.contains("@ButcherTableau");
  }

  /**
   * The same scheme under another name, in the unnamed package.
   *
   * <p>A starting procedure is taken from copy 1, so that copies of a part of the catalogue
   * compile.
   *
   * @param catalogue the names of all schemes that the text may speak of
   */
  SchemeSource copy(int number, Collection<String> catalogue) {
    String copied = HEAD.matcher(text).replaceAll("").strip() + "\n";
    for (String other : catalogue) {
      String renamed = copyName(other, other.equals(name) ? number : 1);
      copied = copied.replaceAll("\\b" + other + "(?=\\.class| \\{)", renamed);
    }
    return new SchemeSource(copyName(name, number), copied);
  }

  private static String copyName(String name, int number) {
    return name + "Copy" + number;
  }
}
