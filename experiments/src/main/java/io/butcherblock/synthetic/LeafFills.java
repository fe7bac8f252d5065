package io.butcherblock.synthetic;

import io.butcherblock.patches.SplitMix64;
import java.util.Set;

/** Draws what the leaves of one image look like. */
final class LeafFills {

  private final LeafPalette palette;
  private final Set<Ingredient> with;
  private final SplitMix64 random;

  LeafFills(LeafPalette palette, Set<Ingredient> with, SplitMix64 random) {
    this.palette = palette;
    this.with = with;
    this.random = random;
  }

  LeafPalette palette() {
    return palette;
  }

  /**
   * A fill of random pattern and light.
   *
   * @param x where the leaf lies
   * @param y where the leaf lies
   * @param radius of the leaf, about
   * @param softness of the leaf: its pattern is as much out of focus as its edge
   */
  LeafFill random(double x, double y, double radius, double softness) {
    double[] color = palette.draw(x, y);
    double[] other = palette.draw(x, y);
    boolean many = with.contains(Ingredient.TEXTURES);
    double[] towards = new double[3];
    if (many && random.nextInt(5) == 0) {
      // From one color to the other, as of a zebra.
      for (int c = 0; c < 3; c++) {
        towards[c] = 0.5 * (other[c] - color[c]);
        color[c] += towards[c];
      }
    } else {
      double strength =
          many ? 0.05 * StrictMath.pow(10, random.nextDouble()) : random.uniform(0.05, 0.5);
      double lighter = random.uniform(-0.3, 0.3);
      for (int c = 0; c < 3; c++) {
        towards[c] = strength * (0.4 * (other[c] - color[c]) + lighter);
      }
    }
    return new LeafFill(color, towards, texture(radius, softness), light(radius));
  }

  private LeafTexture texture(double radius, double softness) {
    return with.contains(Ingredient.TEXTURES)
        ? TextureKind.random(random).texture(radius, softness, random)
        : fewTextures();
  }

  private LeafTexture fewTextures() {
    double kind = random.nextDouble();
    double wavelength = 3 * StrictMath.pow(10, random.nextDouble());
    if (kind < 0.3) {
      return LeafTexture.plain();
    }
    if (kind < 0.45) {
      return LeafTexture.stripes(wavelength, random.nextDouble());
    }
    if (kind < 0.52) {
      return LeafTexture.checks(1.5 * wavelength, random.nextDouble());
    }
    return new PowerLawNoise(
        1.5 * wavelength, 1.5, 2, 1 + 3 * random.nextInt(2), random.nextLong());
  }

  private LeafLight light(double radius) {
    if (with.contains(Ingredient.LIGHT)) {
      return LeafLight.random(radius, random);
    }
    double light = random.uniform(0, 0.3) / Math.max(radius, 8);
    double direction = random.uniform(-1, 1);
    return new LeafLight(light * direction, light * Math.sqrt(1 - direction * direction), 0, 0);
  }
}
