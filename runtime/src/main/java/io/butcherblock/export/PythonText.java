package io.butcherblock.export;

import io.butcherblock.program.Factor;
import io.butcherblock.program.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names and numbers in Python. */
final class PythonText {

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Numbers and quotients of them, which Python reads as a textbook prints them. */
  private static final Pattern QUOTIENT = Pattern.compile("[0-9.]+([*/][0-9.]+)*");

  private static final Set<String> KEYWORDS =
      Set.of(
          ("False None True and as assert async await break class continue def del elif else"
                  + " except finally for from global if import in is lambda nonlocal not or pass"
                  + " raise return try while with yield")
              .split(" "));

  /** The attributes of {@code torch.nn.Module}, of PyTorch 1.13 to 2.13. */
  private static final Set<String> METHODS =
      Set.of(
          ("T_destination add_module apply bfloat16 buffers call_super_init children compile cpu"
                  + " cuda double dump_patches eval extra_repr float forward get_buffer"
                  + " get_extra_state get_parameter get_submodule half ipu load_state_dict modules"
                  + " mtia named_buffers named_children named_modules named_parameters parameters"
                  + " register_backward_hook register_buffer register_forward_hook"
                  + " register_forward_pre_hook register_full_backward_hook"
                  + " register_full_backward_pre_hook register_load_state_dict_post_hook"
                  + " register_load_state_dict_pre_hook register_module register_parameter"
                  + " register_state_dict_post_hook register_state_dict_pre_hook requires_grad_"
                  + " set_extra_state set_submodule share_memory state_dict to to_empty train"
                  + " training type xpu zero_grad")
              .split(" "));

  /** Functions of Python that values of a scheme are named like. */
  private static final Set<String> FUNCTIONS = Set.of("input", "max", "min", "sum");

  private PythonText() {}

  /** Whether a module in Python can have a part of this name as an attribute. */
  static boolean isAttribute(String name) {
    return isIdentifier(name) && !name.startsWith("_") && !METHODS.contains(name);
  }

  /** A text as a literal. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** What a documentation string holds; its last character is no quotation mark. */
  static String documentation(String text) {
    return text.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"");
  }

  static boolean isIdentifier(String name) {
    return IDENTIFIER.matcher(name).matches() && !KEYWORDS.contains(name);
  }

  /** An identifier that resembles a name. */
  static String identifier(String name) {
    String text = TorchScriptSource.identifier(name);
    if (FUNCTIONS.contains(text)) {
      return text + "_";
    }
    return isIdentifier(text) ? text : "_" + text;
  }

  /** The name of a class that resembles that of a network: {@code OisrRk3}. */
  static String className(String name) {
    String text =
        Pattern.compile("[^A-Za-z0-9]+")
            .splitAsStream(name)
            .filter(word -> !word.isEmpty())
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
    return isIdentifier(text) ? text : "Network" + text;
  }

  /**
   * A number as a textbook prints it where Python reads that, else the double.
   *
   * @param exact such as {@code -1/6}, {@code 1 - 1/2 sqrt(2)}
   */
  static String number(String exact, double value) {
    String size = exact.startsWith("-") ? exact.substring(1) : exact;
    return QUOTIENT.matcher(size).matches()
        ? (size.length() < exact.length() ? "-" : "") + size.replaceAll("[*/]", " $0 ")
        : number(value);
  }

  /** The same as a number that is not whole, of which Python makes a tensor of floats. */
  static String real(String exact, double value) {
    String number = number(exact, value);
    return number.matches("-?[0-9]+") ? number + ".0" : number;
  }

  /** A double; whole numbers without a point. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  /** A constant of a scheme without its sign. */
  static String size(Factor.Frozen factor) {
    String number = number(factor.exact(), factor.value());
    return number.startsWith("-") ? number.substring(1) : number;
  }

  /**
   * A coefficient as a function of free parameters.
   *
   * @param names those of the parameters, in their order
   */
  static String formula(Formula formula, List<String> names) {
    String numerator = polynomial(formula.numerator(), names);
    String denominator = polynomial(formula.denominator(), names);
    return denominator.equals("1") ? numerator : numerator + " / " + denominator;
  }

  /** In brackets unless it is one word. */
  private static String polynomial(List<Formula.Monomial> terms, List<String> names) {
    String sum =
        terms.stream()
            .map(term -> monomial(term, names))
            .collect(Collectors.joining(" + "))
            .replace("+ -", "- ");
    return sum.contains(" ") ? "(" + sum + ")" : sum;
  }

  private static String monomial(Formula.Monomial term, List<String> names) {
    List<String> product = new ArrayList<>();
    double coefficient = term.coefficient();
    for (int i = 0; i < names.size(); i++) {
      int power = term.powers().get(i);
      if (power > 0) {
        product.add(names.get(i) + (power == 1 ? "" : "**" + power));
      }
    }
    if (product.isEmpty() || Math.abs(coefficient) != 1) {
      product.add(0, number(coefficient));
      return String.join(" * ", product);
    }
    return (coefficient < 0 ? "-" : "") + String.join(" * ", product);
  }
}
