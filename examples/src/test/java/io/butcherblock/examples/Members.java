package io.butcherblock.examples;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.OdeScheme;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.objecthunter.exp4j.ExpressionBuilder;

/** The members of families of schemes, read from what is shown of them. */
final class Members {

  private static final Pattern PARAMETER =
      Pattern.compile("(\\w+) in \\[([^,]+), ([^\\]]+)], start ([^;]+)");

  private Members() {}

  /** The choices of coefficients that a scheme has. */
  static Stream<Coefficients> choices(OdeScheme scheme) {
    return Stream.of(Coefficients.values())
        .filter(choice -> choice != Coefficients.FAMILY || scheme.hasFreeParameters());
  }

  /** The ends and the start of each free parameter; empty of an ordinary scheme. */
  static Map<String, double[]> parameters(OdeScheme scheme) {
    Map<String, double[]> parameters = new LinkedHashMap<>();
    Matcher found = PARAMETER.matcher(scheme.definition(Coefficients.FAMILY));
    while (found.find()) {
      parameters.put(
          found.group(1),
          new double[] {number(found.group(2)), number(found.group(3)), number(found.group(4))});
    }
    return parameters;
  }

  /** The declaration with the values that training starts from in the place of parameters. */
  static String text(OdeScheme scheme) {
    return substituted(scheme.facts().text(), scheme);
  }

  /** A text with the values that training starts from in the place of parameters. */
  static String substituted(String declared, OdeScheme scheme) {
    String text = declared;
    for (Map.Entry<String, double[]> parameter : parameters(scheme).entrySet()) {
      text =
          text.replaceAll(
              "\\b" + parameter.getKey() + "\\b", Double.toString(parameter.getValue()[2]));
    }
    return text;
  }

  private static double number(String text) {
    return new ExpressionBuilder(text.strip()).build().evaluate();
  }
}
