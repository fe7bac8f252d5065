package io.butcherblock.processor.parse;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The character references of documentation comments, which are HTML, as the characters that they
 * stand for: of the markup, of letters with accents, and by number. Others stay as they are.
 */
final class HtmlEntities {

  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z])(\\w+));");

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("amp", "&"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("le", "\u2264"),
          Map.entry("ge", "\u2265"),
          Map.entry("oslash", "\u00f8"),
          Map.entry("Oslash", "\u00d8"),
          Map.entry("szlig", "\u00df"));

  /** Combining characters by the end of a name: that of an o with a diaeresis is ouml. */
  private static final Map<String, String> ACCENTS =
      Map.of(
          "uml", "\u0308",
          "acute", "\u0301",
          "grave", "\u0300",
          "circ", "\u0302",
          "tilde", "\u0303",
          "ring", "\u030a",
          "caron", "\u030c",
          "cedil", "\u0327");

  private HtmlEntities() {}

  static String decoded(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(reference -> Matcher.quoteReplacement(character(reference)));
  }

  private static String character(MatchResult reference) {
    if (reference.group(1) != null) {
      return character(reference, Integer.parseInt(reference.group(1)));
    }
    if (reference.group(2) != null) {
      return character(reference, Integer.parseInt(reference.group(2), 16));
    }
    String name = reference.group().substring(1, reference.group().length() - 1);
    String accent = reference.group(4) == null ? null : ACCENTS.get(reference.group(4));
    return accent == null
        ? NAMED.getOrDefault(name, reference.group())
        : Normalizer.normalize(reference.group(3) + accent, Normalizer.Form.NFC);
  }

  private static String character(MatchResult reference, int codePoint) {
    return Character.isValidCodePoint(codePoint) && !Character.isISOControl(codePoint)
        ? Character.toString(codePoint)
        : reference.group();
  }
}
