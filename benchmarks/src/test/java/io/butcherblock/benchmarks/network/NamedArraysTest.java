package io.butcherblock.benchmarks.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.benchmarks.network.NamedArrays.Shaped;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedArraysTest {

  @Test
  void arraysSurviveTheDiskInTheirOrder(@TempDir Path folder) throws Exception {
    Map<String, Shaped> arrays = new LinkedHashMap<>();
    arrays.put("b.weight", new Shaped(new long[] {2, 1}, new float[] {1.5f, -2}));
    arrays.put("a", new Shaped(new long[] {1}, new float[] {0.1f}));
    Path file = folder.resolve("arrays");
    NamedArrays.write(file, arrays);
    Map<String, Shaped> read = NamedArrays.read(file);
    assertEquals(List.of("b.weight", "a"), List.copyOf(read.keySet()));
    arrays.forEach(
        (name, array) -> {
          assertArrayEquals(array.shape(), read.get(name).shape());
          assertArrayEquals(array.values(), read.get(name).values());
        });
  }

  @Test
  void workIsCountedByPixels() {
    MeasuredNetwork network = MeasuredNetwork.of("oisr-lf-s");
    // He et al., CVPR 2019, Table 2: 316.2 G multiply-accumulates for 640x360 input pixels.
    assertEquals(2 * 316.2, network.gigaflop(640 * 360), 0.2);
    assertEquals(network.gigaflop(640 * 360) / 4, network.gigaflop(320 * 180), 1e-9);
  }
}
