package io.butcherblock.distributed;

import java.util.function.Function;

/**
 * Turns values into text and back, where they cross from one process to another.
 *
 * @param <T> type of the values
 */
public interface TextCodec<T> {

  /** The value as text; no {@code null}. */
  String encode(T value);

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  T decode(String text);

  /** A codec of two functions that are each other's inverse. */
  static <T> TextCodec<T> of(Function<T, String> encode, Function<String, T> decode) {
    return new TextCodec<>() {

      @Override
      public String encode(T value) {
        return encode.apply(value);
      }

      @Override
      public T decode(String text) {
        return decode.apply(text);
      }
    };
  }

  /** The codec of values that are text. */
  static TextCodec<String> ofText() {
    return of(text -> text, text -> text);
  }
}
