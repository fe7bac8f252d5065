package io.butcherblock.fuzz;

import java.nio.charset.StandardCharsets;

/** Inputs that are a text behind a few bytes of choices. */
final class Texts {

  private Texts() {}

  /** The choice at a place; 0 behind the end. */
  static int choice(byte[] input, int place) {
    return place < input.length ? input[place] & 0xff : 0;
  }

  /** The text behind so many choices. */
  static String behind(byte[] input, int choices) {
    int length = Math.max(0, input.length - choices);
    return new String(input, input.length - length, length, StandardCharsets.UTF_8);
  }

  /** An input of choices and a text. */
  static byte[] of(String text, int... choices) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[choices.length + bytes.length];
    for (int i = 0; i < choices.length; i++) {
      all[i] = (byte) choices[i];
    }
    System.arraycopy(bytes, 0, all, choices.length, bytes.length);
    return all;
  }
}
