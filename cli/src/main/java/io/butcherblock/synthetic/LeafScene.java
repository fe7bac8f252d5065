package io.butcherblock.synthetic;

import io.butcherblock.patches.SplitMix64;
import java.util.ArrayList;
import java.util.List;

/** Draws the leaves of one image, one group after another from the front to the back. */
final class LeafScene {

  private final int width;
  private final int height;
  private final SplitMix64 random;
  private final LeafPalette palette;
  private final double smallest;
  private final double largest;
  private final double exponent;

  /** Objects of an image mostly stand upright or lie; this says how strictly. */
  private final double disorder;

  LeafScene(int width, int height, SplitMix64 random) {
    this.width = width;
    this.height = height;
    this.random = random;
    palette = new LeafPalette(random);
    smallest = 2.5 * StrictMath.pow(4, random.nextDouble());
    largest = Math.max(2 * smallest, 0.5 * Math.max(width, height));
    exponent = random.uniform(2.4, 3.2);
    disorder = random.nextDouble();
  }

  /** The next object: one leaf, or the strokes of a line of writing. */
  List<Leaf> next() {
    double radius = size();
    double x = random.uniform(-radius, width + radius);
    double y = random.uniform(-radius, height + radius);
    double angle = angle();
    double softness = random.nextInt(4) == 0 ? random.uniform(1, 4) : 1;
    if (random.nextInt(25) == 0) {
      return writing(x, y, angle, Math.max(6, Math.min(radius, 24)));
    }
    LeafFill fill = LeafFill.random(palette, radius, random);
    return List.of(Leaf.of(x, y, angle, 1.8 * radius, softness, shape(radius), fill));
  }

  /** A leaf behind all others. */
  Leaf background() {
    LeafFill fill = LeafFill.random(palette, Math.max(width, height), random);
    double reach = (double) width + height;
    return Leaf.of(width / 2.0, height / 2.0, angle(), reach, 1, LeafShape.disc(reach), fill);
  }

  /** A size of density r^-exponent between the smallest and the largest. */
  private double size() {
    double power = 1 - exponent;
    double from = StrictMath.pow(smallest, power);
    double to = StrictMath.pow(largest, power);
    return StrictMath.pow(random.uniform(from, to), 1 / power);
  }

  private double angle() {
    return Math.PI / 2 * (random.nextInt(4) + disorder * random.uniform(-0.5, 0.5));
  }

  private LeafShape shape(double radius) {
    return switch (random.nextInt(5)) {
      case 0 -> LeafShape.disc(radius);
      case 1 -> LeafShape.ellipse(radius, radius * random.uniform(0.3, 0.9));
      case 2 -> LeafShape.bar(1.5 * radius, radius * random.uniform(0.08, 0.3));
      case 3 -> LeafShape.bar(radius, radius * random.uniform(0.4, 0.9));
      default -> LeafShape.polygon(radius, random);
    };
  }

  /** Thin strokes side by side along a line, all of one color. */
  private List<Leaf> writing(double x, double y, double angle, double height) {
    LeafFill ink = new LeafFill(palette.draw(), new double[3], LeafTexture.plain(), 0, 0);
    double half = height / 2;
    double thick = Math.max(0.6, height * random.uniform(0.05, 0.1));
    List<Leaf> strokes = new ArrayList<>();
    double along = 0;
    for (int letter = 4 + random.nextInt(10); letter > 0; letter--) {
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        double turn = angle + Math.PI / 4 * random.nextInt(4);
        double u = along + random.uniform(-0.25, 0.25) * height;
        double v = random.uniform(-0.25, 0.25) * height;
        double atX = x + u * StrictMath.cos(angle) - v * StrictMath.sin(angle);
        double atY = y + u * StrictMath.sin(angle) + v * StrictMath.cos(angle);
        double length = half * random.uniform(0.4, 1);
        strokes.add(Leaf.of(atX, atY, turn, height, 1, LeafShape.bar(length, thick), ink));
      }
      along += height * random.uniform(0.7, 1.1);
    }
    return strokes;
  }
}
