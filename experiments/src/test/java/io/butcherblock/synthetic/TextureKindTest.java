package io.butcherblock.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.patches.SplitMix64;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class TextureKindTest {

  @Test
  void everyKindIsDrawn() {
    SplitMix64 random = new SplitMix64(1);
    Set<TextureKind> drawn = EnumSet.noneOf(TextureKind.class);
    for (int i = 0; i < 1000; i++) {
      drawn.add(TextureKind.random(random));
    }
    assertEquals(EnumSet.allOf(TextureKind.class), drawn);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "PLAIN")
  void patternsVaryAboutZero(TextureKind kind) {
    double deviations = 0;
    for (int seed = 0; seed < 40; seed++) {
      LeafTexture texture = kind.texture(20, 1, new SplitMix64(seed));
      double sum = 0;
      double squares = 0;
      int n = 0;
      for (double u = -20; u <= 20; u++) {
        for (double v = -20; v <= 20; v++) {
          double at = texture.at(u, v);
          assertTrue(Math.abs(at) <= 4, kind + " " + seed + ": " + at);
          sum += at;
          squares += at * at;
          n++;
        }
      }
      deviations += Math.sqrt(squares / n - sum / n * (sum / n));
    }
    double deviation = deviations / 40;
    assertTrue(deviation > 0.15 && deviation < 1, kind + ": " + deviation);
  }

  /** The strength of differences at twice the distance tells the slope of the spectrum. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5, 2})
  void noiseHasTheSlopeThatItIsGiven(double slope) {
    PowerLawNoise noise = new PowerLawNoise(64, 2, slope, 1, 7);
    double near = difference(noise, 4);
    double far = difference(noise, 8);
    double expected = Math.pow(2, slope - 1);
    assertTrue(far / near > 0.75 * expected && far / near < 1.35 * expected, "" + far / near);
  }

  private static double difference(LeafTexture texture, double step) {
    double squares = 0;
    for (int i = 0; i < 10_000; i++) {
      double u = 1.37 * (i % 200);
      double v = 3.11 * Math.floor(i / 200.0);
      double d = texture.at(u + step / 2, v) - texture.at(u - step / 2, v);
      squares += d * d;
    }
    return Math.sqrt(squares / 10_000);
  }

  @Test
  void softLeavesHaveNoFineDetail() {
    for (TextureKind kind : EnumSet.complementOf(EnumSet.of(TextureKind.PLAIN))) {
      double sharp = 0;
      double soft = 0;
      for (int seed = 0; seed < 25; seed++) {
        sharp += difference(kind.texture(40, 1, new SplitMix64(seed)), 1);
        soft += difference(kind.texture(40, 4, new SplitMix64(seed)), 1);
      }
      assertTrue(soft < 0.75 * sharp, kind + ": " + soft + ", sharp " + sharp);
    }
  }
}
