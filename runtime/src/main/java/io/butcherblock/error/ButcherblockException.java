package io.butcherblock.error;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A failure that the user can fix: bad input, a missing file, a full disk.
 *
 * <p>The message is one plain sentence, on one line ({@link PlainText}), that says what is wrong,
 * where, and what to do. If changing a {@link Setting} helps, {@link #remedies} says which, and
 * {@link #message(Function)} lets a program name settings in its own words, such as those of its
 * options or dialogs.
 */
public class ButcherblockException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String format;

  /** Strings and remedies. */
  private final Object[] values;

  /**
   * Makes a failure with a message that names no setting.
   *
   * @param message a sentence
   */
  public ButcherblockException(String message) {
    this(message, (Throwable) null);
  }

  /**
   * Makes a failure with a message that names no setting.
   *
   * @param message a sentence
   * @param cause may be null
   */
  public ButcherblockException(String message, Throwable cause) {
    this(cause, "%s", message);
  }

  /**
   * Makes a failure whose message may name settings.
   *
   * @param cause may be null
   * @param format the sentence, with a {@code %s} for each value
   * @param values a {@link Setting} or {@link Remedy} where a setting is named, else anything
   */
  // The annotation is one of a library that ours should not depend on.
  @SuppressWarnings("AnnotateFormatMethod")
  public ButcherblockException(Throwable cause, String format, Object... values) {
    super(PlainText.sentence(String.format(Locale.ROOT, format, values)), cause);
    this.format = format;
    this.values = Arrays.stream(values).map(ButcherblockException::kept).toArray();
  }

  /**
   * Makes a failure without a cause whose message may name settings.
   *
   * @param format the sentence, with a {@code %s} for each value
   * @param values a {@link Setting} or {@link Remedy} where a setting is named, else anything
   */
  public static ButcherblockException of(String format, Object... values) {
    return new ButcherblockException(null, format, values);
  }

  private static Object kept(Object value) {
    if (value instanceof Setting setting) {
      return new Remedy(setting, "");
    }
    return value instanceof Remedy ? value : String.valueOf(value);
  }

  /** The settings that the message names, in the order of the message; empty if it names none. */
  public List<Remedy> remedies() {
    return Arrays.stream(values).filter(Remedy.class::isInstance).map(Remedy.class::cast).toList();
  }

  /**
   * Returns the message with its settings named in the words of the caller.
   *
   * @param words names a setting and its value as a program calls them, such as the option that
   *     sets it
   */
  public String message(Function<Remedy, String> words) {
    return PlainText.sentence(
        String.format(
            Locale.ROOT,
            format,
            Arrays.stream(values)
                .map(value -> value instanceof Remedy remedy ? words.apply(remedy) : value)
                .toArray()));
  }

  /**
   * Makes a failure with this one as its cause, in whose message files or images have other names.
   *
   * @param words puts them into the texts that the message is made of
   */
  public ButcherblockException reworded(UnaryOperator<String> words) {
    return new ButcherblockException(
        this,
        format,
        Arrays.stream(values)
            .map(value -> value instanceof String text ? words.apply(text) : value)
            .toArray());
  }

  /**
   * Makes a failure whose message is that of this one with a prefix, and whose cause is this one.
   *
   * @param where put before the message, with a colon between them
   */
  public ButcherblockException within(String where) {
    Object[] all = new Object[values.length + 1];
    all[0] = where;
    System.arraycopy(values, 0, all, 1, values.length);
    return new ButcherblockException(this, "%s: " + format, all);
  }
}
