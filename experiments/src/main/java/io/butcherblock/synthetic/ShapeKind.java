package io.butcherblock.synthetic;

import io.butcherblock.patches.SplitMix64;

/** The kinds of outlines. */
enum ShapeKind {
  DISC,
  ELLIPSE,
  STRIP,
  BAR,
  CONVEX,
  STAR,
  BLOB,
  ARC,
  RING,
  CRESCENT;

  private static final ShapeKind[] ALL = values();

  /** Convex outlines, which plain dead leaves have. */
  private static final int CONVEX_KINDS = 5;

  /** Outlines of which rings and crescents are made. */
  private static final int WHOLE_KINDS = 7;

  static ShapeKind random(boolean convex, SplitMix64 random) {
    return ALL[random.nextInt(convex ? CONVEX_KINDS : ALL.length)];
  }

  /** An outline of about {@code radius} pixels. */
  LeafShape shape(double radius, SplitMix64 random) {
    return switch (this) {
      case DISC -> Ellipse.disc(radius);
      case ELLIPSE -> new Ellipse(radius, radius * random.uniform(0.3, 0.9));
      case STRIP -> new Bar(1.5 * radius, radius * random.uniform(0.08, 0.3));
      case BAR -> new Bar(radius, radius * random.uniform(0.4, 0.9));
      case CONVEX -> Polygon.random(1.2 * radius, 3 + random.nextInt(5), 0.1, random);
      case STAR ->
          Polygon.random(1.4 * radius, 5 + random.nextInt(8), random.uniform(0.3, 0.8), random);
      case BLOB -> Blob.random(radius, random.nextDouble(), random);
      case ARC -> arc(radius, random);
      case RING -> ring(radius, random);
      case CRESCENT -> crescent(radius, random);
    };
  }

  private static LeafShape arc(double radius, SplitMix64 random) {
    double angle = random.uniform(0.1, 1.5);
    double bend = 1.5 * radius / angle;
    // From hairs to sausages, each thickness equally likely in its logarithm.
    double thick = Math.max(0.35, radius * 0.02 * StrictMath.pow(15, random.nextDouble()));
    return new Arc(bend, angle, thick, random.nextDouble());
  }

  private static LeafShape ring(double radius, SplitMix64 random) {
    LeafShape whole = ALL[random.nextInt(WHOLE_KINDS)].shape(radius, random);
    return new Hollow(whole, Math.max(0.5, radius * random.uniform(0.04, 0.3)));
  }

  private static LeafShape crescent(double radius, SplitMix64 random) {
    LeafShape whole = ALL[random.nextInt(WHOLE_KINDS)].shape(radius, random);
    LeafShape away =
        ALL[random.nextInt(WHOLE_KINDS)].shape(radius * random.uniform(0.3, 0.9), random);
    double reach = radius * 0.8;
    return new Cut(whole, away, random.uniform(-reach, reach), random.uniform(-reach, reach));
  }
}
