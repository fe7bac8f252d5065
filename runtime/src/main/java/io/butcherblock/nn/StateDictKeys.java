package io.butcherblock.nn;

/** The names of the parts around and of the blocks, those of the official implementation. */
final class StateDictKeys {

  static final String HEAD = "head.0";
  static final String TAIL = "tail.1";

  private StateDictKeys() {}

  /** Block number {@code i} from 0; behind the last one stands a convolution, which counts too. */
  static String body(int i) {
    return "body." + i;
  }

  /** The convolution of an enlargement, from 0; convolutions and shuffles are counted alike. */
  static String upsampler(int stage) {
    return "tail.0." + 2 * stage;
  }
}
