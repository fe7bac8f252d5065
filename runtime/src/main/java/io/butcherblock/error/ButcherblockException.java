package io.butcherblock.error;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Something that the caller can mend: bad input, a missing file, a full disk.
 *
 * <p>The message is one plain sentence that says what is wrong, where, and what to do. Where a
 * {@link Setting} helps, {@link #remedies} says which, and {@link #message} lets a program name
 * settings by words of its own, such as those of its options or of its dialogs.
 */
public class ButcherblockException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String format;

  /** Strings and remedies. */
  private final Object[] values;

  /** A failure with a message that names no setting. */
  public ButcherblockException(String message) {
    this(message, (Throwable) null);
  }

  /** A failure with a message that names no setting; {@code cause} may be null. */
  public ButcherblockException(String message, Throwable cause) {
    this(cause, "%s", message);
  }

  /**
   * A failure whose message may name settings.
   *
   * @param cause may be null
   * @param format with a {@code %s} for each value
   * @param values a {@link Setting} or {@link Remedy} where a setting is named, else anything
   */
  // The annotation is one of a library that ours should not depend on.
  @SuppressWarnings("AnnotateFormatMethod")
  public ButcherblockException(Throwable cause, String format, Object... values) {
    super(format.formatted(values), cause);
    this.format = format;
    this.values = Arrays.stream(values).map(ButcherblockException::kept).toArray();
  }

  /** A failure without a cause whose message may name settings; see the constructor. */
  public static ButcherblockException of(String format, Object... values) {
    return new ButcherblockException(null, format, values);
  }

  private static Object kept(Object value) {
    if (value instanceof Setting setting) {
      return new Remedy(setting, "");
    }
    return value instanceof Remedy ? value : String.valueOf(value);
  }

  /** The settings that the message names, in its order; empty if it names none. */
  public List<Remedy> remedies() {
    return Arrays.stream(values).filter(Remedy.class::isInstance).map(Remedy.class::cast).toList();
  }

  /** The message with the settings named as {@code words} names them. */
  public String message(Function<Remedy, String> words) {
    return format.formatted(
        Arrays.stream(values)
            .map(value -> value instanceof Remedy remedy ? words.apply(remedy) : value)
            .toArray());
  }

  /** This failure, with {@code where} and a colon before its message; it is the cause. */
  public ButcherblockException within(String where) {
    Object[] all = new Object[values.length + 1];
    all[0] = where;
    System.arraycopy(values, 0, all, 1, values.length);
    return new ButcherblockException(this, "%s: " + format, all);
  }
}
