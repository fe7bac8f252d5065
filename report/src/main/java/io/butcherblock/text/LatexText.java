package io.butcherblock.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Text for LaTeX that pdflatex compiles with no package for other scripts: Greek letters are
 * mathematics, and characters that its fonts lack are told by their number.
 */
final class LatexText {

  private static final int FIRST_BEYOND_ASCII = 0x80;
  private static final int LAST_OF_LATIN_EXTENDED_A = 0x17f;

  /** Below {@link #LAST_OF_LATIN_EXTENDED_A}, what the preset font encoding OT1 has no sign for. */
  private static final String LACKING = "«»ÐÞðþĄąĐđĘęĦħĮįĸĿŀŉŊŋŦŧŲųſ";

  private static final String PUNCTUATION = "–—‘’“”…€™";

  private static final Map<Integer, String> GREEK = new HashMap<>();

  static {
    // Letters without a command of their own have the shape of a Latin one.
    letters(
        'Α',
        "\\mathrm{A} \\mathrm{B} \\Gamma \\Delta \\mathrm{E} \\mathrm{Z} \\mathrm{H} \\Theta"
            + " \\mathrm{I} \\mathrm{K} \\Lambda \\mathrm{M} \\mathrm{N} \\Xi \\mathrm{O} \\Pi"
            + " \\mathrm{P}");
    letters('Σ', "\\Sigma \\mathrm{T} \\Upsilon \\Phi \\mathrm{X} \\Psi \\Omega");
    letters(
        'α',
        "\\alpha \\beta \\gamma \\delta \\varepsilon \\zeta \\eta \\theta \\iota \\kappa \\lambda"
            + " \\mu \\nu \\xi o \\pi \\rho \\varsigma \\sigma \\tau \\upsilon \\varphi \\chi \\psi"
            + " \\omega");
  }

  private LatexText() {}

  private static void letters(char first, String commands) {
    int letter = first;
    for (String command : commands.split(" ", -1)) {
      GREEK.put(letter++, "\\ensuremath{" + command + "}");
    }
  }

  static String of(String text) {
    // File systems may store an accent behind its letter.
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .mapToObj(LatexText::of)
        .collect(Collectors.joining());
  }

  private static String of(int character) {
    return switch (character) {
      case '\\' -> "\\textbackslash{}";
      case '~' -> "\\textasciitilde{}";
      case '^' -> "\\textasciicircum{}";
      case '<' -> "\\textless{}";
      case '>' -> "\\textgreater{}";
      case '|' -> "\\textbar{}";
      case '&', '%', '$', '#', '_', '{', '}' -> "\\" + (char) character;
      default ->
          isSet(character)
              ? Character.toString(character)
              : GREEK.getOrDefault(character, String.format(Locale.ROOT, "(U+%04X)", character));
    };
  }

  private static boolean isSet(int character) {
    return character < FIRST_BEYOND_ASCII
        || (character > 0x9f
            && character <= LAST_OF_LATIN_EXTENDED_A
            && LACKING.indexOf(character) < 0)
        || PUNCTUATION.indexOf(character) >= 0;
  }
}
