package io.butcherblock.export;

import java.util.List;

/** Arrays of numbers. */
final class Floats {

  private Floats() {}

  static float[] array(List<Float> numbers) {
    float[] array = new float[numbers.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = numbers.get(i);
    }
    return array;
  }
}
