package io.butcherblock.options;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.image.Image;
import io.butcherblock.names.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** Sentences of the program. */
public final class Texts {

  private static final Pattern CONSTANTS =
      Pattern.compile("(expected one of \\[[A-Z0-9_, ]+\\]) \\(case-insensitive\\)");

  private Texts() {}

  /** The first line of a text that is not blank, without blanks around it. */
  public static String firstLine(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
  }

  /** A number, without a fraction if it is whole: {@code 4}, {@code 0.25}. */
  public static String number(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf((long) number)
        : String.valueOf(number);
  }

  /** The text with a full stop, unless it ends a sentence already. */
  public static String sentence(String text) {
    return !text.isEmpty() && ".?!".indexOf(text.charAt(text.length() - 1)) >= 0
        ? text
        : text + ".";
  }

  /**
   * The first line of what picocli says of arguments, without {@code Error:} before it, which it
   * says of some only; names of constants are as help has them.
   */
  public static String ofPicocli(String message) {
    return CONSTANTS
        .matcher(firstLine(message).replaceFirst("^Error: ", ""))
        .replaceFirst(list -> list.group(1).toLowerCase(Locale.ROOT));
  }

  /** The whole path of a file that exists, without what leads back to where it came from. */
  public static String place(Path file) {
    Path whole = file.toAbsolutePath();
    Path direct = whole.normalize();
    try {
      // The folder above a link is not the one before it.
      return PlainText.of(Files.isSameFile(whole, direct) ? direct : whole);
    } catch (IOException e) {
      return PlainText.of(whole);
    }
  }

  /** Says of which image another was made. */
  public static String made(Path from, Image image, Path to, Image made) {
    return "%s (%s) -> %s (%s)".formatted(PlainText.of(from), image, PlainText.of(to), made);
  }

  /**
   * The failure for a name that does not exist.
   *
   * @param kind what is named, as {@code network}
   * @param names those that there are
   * @param listing the command that lists them, as {@code butcherblock networks}
   * @param kinds what the command has for names of other kinds
   */
  public static ButcherblockException unknownName(
      String kind, String typed, Collection<String> names, String listing, OtherKind kinds) {
    String hint =
        ModelNames.network(typed)
            .map(of -> "that is the name of trained weights, which are of the network " + of + ".")
            .or(() -> kinds.hint(kind, typed))
            .or(() -> MeantWeights.hint(typed))
            .or(
                () ->
                    NearestName.of(typed, names)
                        .map(name -> "did you mean " + name + "? '" + listing + "' lists all."))
            .orElse("'" + listing + "' lists those that there are.");
    return new ButcherblockException("There is no " + kind + " " + typed + "; " + hint);
  }
}
