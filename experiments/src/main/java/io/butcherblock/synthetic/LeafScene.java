package io.butcherblock.synthetic;

import io.butcherblock.patches.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Draws the leaves of one image, one group after another from the front to the back. */
final class LeafScene {

  private final int width;
  private final int height;
  private final Set<Ingredient> with;
  private final SplitMix64 random;
  private final LeafFills fills;
  private final LeafGroups groups;
  private final DepthOfField depths;
  private final double smallest;
  private final double largest;
  private final double exponent;

  /** Objects of an image mostly stand upright or lie; this says how strictly. */
  private final double disorder;

  private final double shadows;
  private final double shadowX;
  private final double shadowY;

  LeafScene(int width, int height, Set<Ingredient> with, SplitMix64 random) {
    this.width = width;
    this.height = height;
    this.with = with;
    this.random = random;
    int side = Math.max(width, height);
    boolean colors = with.contains(Ingredient.COLORS);
    fills = new LeafFills(new LeafPalette(side, colors, random), with, random);
    groups = new LeafGroups(fills, random);
    depths = DepthOfField.random(with.contains(Ingredient.DEPTH), random);
    smallest = 2.5 * StrictMath.pow(6, random.nextDouble());
    largest = Math.max(2 * smallest, 0.5 * side);
    exponent = random.uniform(2.4, 3.2);
    disorder = random.nextDouble() * random.nextDouble();
    shadows = with.contains(Ingredient.SHADOWS) ? random.uniform(0, 0.7) : 0;
    shadowX = random.uniform(-0.25, 0.25);
    shadowY = random.uniform(0, 0.25);
  }

  /**
   * The next object: one leaf, or a group.
   *
   * @param depth how far behind it lies, 0 before all others to 1
   */
  List<Leaf> next(double depth) {
    double radius = size();
    double x = random.uniform(-radius, width + radius);
    double y = random.uniform(-radius, height + radius);
    double angle = angle();
    double softness = depths.softness(depth, random);
    List<Leaf> leaves = at(x, y, angle, radius, softness);
    if (random.nextDouble() >= shadows) {
      return leaves;
    }
    double far = random.uniform(0.3, 1) * Math.min(radius, 30);
    double darkness = random.uniform(0.2, 0.7);
    List<Leaf> all = new ArrayList<>(leaves);
    for (Leaf leaf : leaves) {
      all.add(leaf.shadow(shadowX * far, shadowY * far, 0.3 * far, darkness));
    }
    return all;
  }

  private List<Leaf> at(double x, double y, double angle, double radius, double softness) {
    boolean many = with.contains(Ingredient.GROUPS);
    int what = random.nextInt(100);
    if (what < (many ? 6 : 4)) {
      double size = Math.max(6, Math.min(radius, 24));
      return groups.writing(x, y, angle, size, many);
    }
    if (many && what < 12) {
      return groups.foliage(x, y, angle, radius, softness);
    }
    if (many && what < 16) {
      return groups.strands(x, y, angle, radius, softness);
    }
    if (many && what < 20) {
      return groups.rows(x, y, angle, radius, softness);
    }
    LeafFill fill = fills.random(x, y, radius, softness);
    boolean convex = !with.contains(Ingredient.SHAPES);
    LeafShape shape = ShapeKind.random(convex, random).shape(radius, random);
    return List.of(Leaf.of(x, y, angle, softness, shape, fill));
  }

  /** A leaf behind all others. */
  Leaf background() {
    double x = width / 2.0;
    double y = height / 2.0;
    double softness = depths.softness(1, random);
    LeafFill fill = fills.random(x, y, Math.max(width, height), softness);
    LeafShape shape = Ellipse.disc((double) width + height);
    return Leaf.of(x, y, angle(), 1, shape, fill);
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
}
