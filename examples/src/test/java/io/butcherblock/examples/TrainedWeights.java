package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.TrainingRun;
import io.butcherblock.nn.Tensors;
import java.util.LinkedHashMap;
import java.util.Map;

/** The weights of a network that is trained, as numbers by their names. */
final class TrainedWeights {

  private TrainedWeights() {}

  /** Those that a run has reached. */
  static Map<String, float[]> of(TrainingRun run) {
    Map<String, float[]> values = new LinkedHashMap<>();
    run.network()
        .parameters()
        .byName()
        .forEach((name, tensor) -> values.put(name, Tensors.toArray(tensor)));
    return values;
  }

  /** They are the same to the bit. */
  static void assertSame(Map<String, float[]> expected, Map<String, float[]> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, value) -> assertArrayEquals(value, actual.get(name), name));
  }
}
