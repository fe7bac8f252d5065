package io.butcherblock.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SymmetryTest {

  /** The rows 1 2 3 and 4 5 6. */
  private static final float[] PLANE = {1, 2, 3, 4, 5, 6};

  @ParameterizedTest
  @CsvSource({
    "IDENTITY, 123456",
    "FLIP_HORIZONTAL, 321654",
    "FLIP_VERTICAL, 456123",
    "ROTATE_180, 654321",
    "TRANSPOSE, 142536",
    "ROTATE_90, 415263",
    "ROTATE_270, 362514",
    "TRANSVERSE, 635241"
  })
  void mapsRowsOfThreeByTwo(Symmetry symmetry, String expected) {
    float[] digits = new float[expected.length()];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = expected.charAt(i) - '0';
    }
    assertArrayEquals(digits, symmetry.apply(PLANE, 1, 3, 2));
  }

  @ParameterizedTest
  @EnumSource
  void inverseUndoes(Symmetry symmetry) {
    float[] two = {1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16};
    float[] there = symmetry.apply(two, 2, 3, 2);
    int width = symmetry.transposes() ? 2 : 3;
    assertArrayEquals(two, symmetry.inverse().apply(there, 2, width, 6 / width));
  }

  @ParameterizedTest
  @EnumSource
  void imagesGoTheSameWayAsPlanes(Symmetry symmetry) {
    byte[] samples = new byte[18];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (i * 14);
    }
    Image image = Image.of(3, 2, 3, samples).withAlpha(new byte[] {1, 2, 3, 4, 5, 6});
    Image mapped = symmetry.apply(image);
    assertArrayEquals(symmetry.apply(image.planes(), 3, 3, 2), mapped.planes());
    assertArrayEquals(symmetry.apply(PLANE, 1, 3, 2), mapped.alphaImage().orElseThrow().planes());
  }

  @Test
  void allEightDiffer() {
    Set<String> seen = new HashSet<>();
    for (Symmetry symmetry : Symmetry.values()) {
      seen.add(symmetry.transposes() + Arrays.toString(symmetry.apply(PLANE, 1, 3, 2)));
    }
    assertEquals(8, seen.size());
  }
}
