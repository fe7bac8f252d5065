package io.butcherblock.synthetic;

import io.butcherblock.patches.SplitMix64;
import java.util.ArrayList;
import java.util.List;

/** Objects that come many at a time: writing, foliage, strands, rows of windows. */
final class LeafGroups {

  private final LeafFills fills;
  private final SplitMix64 random;

  LeafGroups(LeafFills fills, SplitMix64 random) {
    this.fills = fills;
    this.random = random;
  }

  /** Where a group lies, and how it is turned. */
  private record Place(double x, double y, double cos, double sin, double angle) {

    static Place of(double x, double y, double angle) {
      return new Place(x, y, StrictMath.cos(angle), StrictMath.sin(angle), angle);
    }

    /** A leaf at (u, v) of the group, turned against it. */
    Leaf leaf(double u, double v, double turn, double softness, LeafShape shape, LeafFill fill) {
      return Leaf.of(
          x + u * cos - v * sin, y + u * sin + v * cos, angle + turn, softness, shape, fill);
    }
  }

  /** Strokes side by side along a line, straight or bowed, all of one color. */
  List<Leaf> writing(double x, double y, double angle, double height, boolean bowed) {
    Place place = Place.of(x, y, angle);
    LeafFill ink = LeafFill.plain(fills.palette().draw(x, y));
    double half = height / 2;
    double thick = Math.max(0.6, height * random.uniform(0.05, 0.1));
    List<Leaf> strokes = new ArrayList<>();
    double along = 0;
    for (int letter = 4 + random.nextInt(10); letter > 0; letter--) {
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        double turn = Math.PI / 4 * random.nextInt(4);
        double u = along + random.uniform(-0.25, 0.25) * height;
        double v = random.uniform(-0.25, 0.25) * height;
        double length = half * random.uniform(0.4, 1);
        LeafShape stroke =
            bowed && random.nextInt(3) == 0
                ? new Arc(0.6 * length, random.uniform(0.8, 1.57), thick, 0)
                : new Bar(length, thick);
        strokes.add(place.leaf(u, v, turn, 1, stroke, ink));
      }
      along += height * random.uniform(0.7, 1.1);
    }
    return strokes;
  }

  /** Many small leaves of one kind about a place. */
  List<Leaf> foliage(double x, double y, double angle, double radius, double softness) {
    Place place = Place.of(x, y, angle);
    double size = Math.max(1.5, radius * random.uniform(0.1, 0.3));
    ShapeKind kind = ShapeKind.random(false, random);
    LeafFill fill = fills.random(x, y, size, softness);
    double turns = random.uniform(0, Math.PI);
    double shades = random.uniform(0.02, 0.2);
    List<Leaf> leaves = new ArrayList<>();
    for (int i = 10 + random.nextInt(40); i > 0; i--) {
      LeafShape shape = kind.shape(size * random.uniform(0.6, 1.3), random);
      leaves.add(
          place.leaf(
              radius * (random.uniform(-1, 1) + random.uniform(-0.5, 0.5)),
              radius * (random.uniform(-1, 1) + random.uniform(-0.5, 0.5)),
              random.uniform(-turns, turns),
              softness,
              shape,
              fill.withColor(fills.palette().near(fill.color(), shades, 0.2 * shades))));
    }
    return leaves;
  }

  /** Hairs, blades of grass, twigs: thin arcs almost side by side. */
  List<Leaf> strands(double x, double y, double angle, double radius, double softness) {
    Place place = Place.of(x, y, angle);
    double thick = Math.max(0.4, radius * 0.015 * StrictMath.pow(6, random.nextDouble()));
    double bow = random.uniform(0.1, 0.9);
    double spread = random.uniform(0.05, 0.6);
    double[] color = fills.palette().draw(x, y);
    double shades = random.uniform(0.03, 0.2);
    List<Leaf> strands = new ArrayList<>();
    for (int i = 6 + random.nextInt(30); i > 0; i--) {
      double bend = radius * random.uniform(0.8, 1.6) / bow;
      Arc arc = new Arc(bend, bow * random.uniform(0.7, 1.3), thick, random.nextDouble());
      LeafFill fill = LeafFill.plain(fills.palette().near(color, shades, 0.2 * shades));
      strands.add(
          place.leaf(
              0.6 * radius * random.uniform(-1, 1),
              radius * random.uniform(-1, 1),
              random.uniform(-spread, spread),
              softness,
              arc,
              fill));
    }
    return strands;
  }

  /** Rows of one shape at equal distances: windows, tiles, a fence. */
  List<Leaf> rows(double x, double y, double angle, double radius, double softness) {
    Place place = Place.of(x, y, angle);
    int columns = 2 + random.nextInt(6);
    int lines = 1 + random.nextInt(5);
    double stepU = Math.max(4, 2 * radius / columns);
    double stepV = stepU * random.uniform(0.6, 2);
    LeafShape shape =
        random.nextInt(4) == 0
            ? ShapeKind.random(false, random).shape(0.3 * stepU, random)
            : new Bar(stepU * random.uniform(0.15, 0.45), stepV * random.uniform(0.15, 0.45));
    LeafFill fill = fills.random(x, y, stepU, softness);
    LeafFill wall = fills.random(x, y, radius, softness);
    List<Leaf> all = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < lines; j++) {
        double u = (i - 0.5 * (columns - 1)) * stepU;
        double v = (j - 0.5 * (lines - 1)) * stepV;
        all.add(place.leaf(u, v, 0, softness, shape, fill));
      }
    }
    if (random.nextInt(3) > 0) {
      all.add(place.leaf(0, 0, 0, softness, new Bar(stepU * columns / 2, stepV * lines / 2), wall));
    }
    return all;
  }
}
