package io.butcherblock.degrade;

/**
 * The discrete cosine transform of 8 x 8 samples and its inverse in integers: the algorithm of
 * Loeffler, Ligtenberg and Moschytz (ICASSP 1989) with the word lengths and roundings that libjpeg
 * calls its accurate ones. Coders round the transform differently, and this is what most JPEG files
 * are written and read with.
 */
final class BlockTransform {

  private static final int SIDE = 8;

  /** Bits after the point of the constants, and of what is kept between the two passes. */
  private static final int CONSTANT = 13;

  private static final int BETWEEN = 2;

  private static final int C_0_298 = constant(0.298631336);
  private static final int C_0_390 = constant(0.390180644);
  private static final int C_0_541 = constant(0.541196100);
  private static final int C_0_765 = constant(0.765366865);
  private static final int C_0_899 = constant(0.899976223);
  private static final int C_1_175 = constant(1.175875602);
  private static final int C_1_501 = constant(1.501321110);
  private static final int C_1_847 = constant(1.847759065);
  private static final int C_1_961 = constant(1.961570560);
  private static final int C_2_053 = constant(2.053119869);
  private static final int C_2_562 = constant(2.562915447);
  private static final int C_3_072 = constant(3.072711026);

  private BlockTransform() {}

  private static int constant(double value) {
    return (int) (value * (1 << CONSTANT) + 0.5);
  }

  private static int rounded(int value, int bits) {
    return (value + (1 << (bits - 1))) >> bits;
  }

  /**
   * Transforms a block in place.
   *
   * @param block 64 samples less 128, row by row; then 8 times the coefficients
   */
  static void forward(int[] block) {
    for (int row = 0; row < SIDE; row++) {
      forward(block, row * SIDE, 1, -BETWEEN, CONSTANT - BETWEEN);
    }
    for (int column = 0; column < SIDE; column++) {
      forward(block, column, SIDE, BETWEEN, CONSTANT + BETWEEN);
    }
  }

  private static void forward(int[] d, int at, int step, int evenBits, int oddBits) {
    int s0 = d[at] + d[at + 7 * step];
    int d0 = d[at] - d[at + 7 * step];
    int s1 = d[at + step] + d[at + 6 * step];
    int d1 = d[at + step] - d[at + 6 * step];
    int s2 = d[at + 2 * step] + d[at + 5 * step];
    int d2 = d[at + 2 * step] - d[at + 5 * step];
    int s3 = d[at + 3 * step] + d[at + 4 * step];
    int d3 = d[at + 3 * step] - d[at + 4 * step];

    int outer = s0 + s3;
    int outerDifference = s0 - s3;
    int inner = s1 + s2;
    int innerDifference = s1 - s2;
    d[at] = evenBits < 0 ? (outer + inner) << -evenBits : rounded(outer + inner, evenBits);
    d[at + 4 * step] =
        evenBits < 0 ? (outer - inner) << -evenBits : rounded(outer - inner, evenBits);
    int turned = (innerDifference + outerDifference) * C_0_541;
    d[at + 2 * step] = rounded(turned + outerDifference * C_0_765, oddBits);
    d[at + 6 * step] = rounded(turned - innerDifference * C_1_847, oddBits);

    int both = (d3 + d1 + d2 + d0) * C_1_175;
    int z1 = -(d3 + d0) * C_0_899;
    int z2 = -(d2 + d1) * C_2_562;
    int z3 = both - (d3 + d1) * C_1_961;
    int z4 = both - (d2 + d0) * C_0_390;
    d[at + 7 * step] = rounded(d3 * C_0_298 + z1 + z3, oddBits);
    d[at + 5 * step] = rounded(d2 * C_2_053 + z2 + z4, oddBits);
    d[at + 3 * step] = rounded(d1 * C_3_072 + z2 + z3, oddBits);
    d[at + step] = rounded(d0 * C_1_501 + z1 + z4, oddBits);
  }

  /**
   * Transforms a block back in place.
   *
   * @param block 64 coefficients; then samples less 128, not yet clipped
   */
  static void inverse(int[] block) {
    for (int column = 0; column < SIDE; column++) {
      inverse(block, column, SIDE, CONSTANT - BETWEEN);
    }
    for (int row = 0; row < SIDE; row++) {
      inverse(block, row * SIDE, 1, CONSTANT + BETWEEN + 3);
    }
  }

  private static void inverse(int[] c, int at, int step, int bits) {
    int c2 = c[at + 2 * step];
    int c6 = c[at + 6 * step];
    int turned = (c2 + c6) * C_0_541;
    int low = turned - c6 * C_1_847;
    int high = turned + c2 * C_0_765;
    int sum = (c[at] + c[at + 4 * step]) << CONSTANT;
    int difference = (c[at] - c[at + 4 * step]) << CONSTANT;
    int e0 = sum + high;
    int e3 = sum - high;
    int e1 = difference + low;
    int e2 = difference - low;

    int c7 = c[at + 7 * step];
    int c5 = c[at + 5 * step];
    int c3 = c[at + 3 * step];
    int c1 = c[at + step];
    int both = (c7 + c3 + c5 + c1) * C_1_175;
    int z1 = -(c7 + c1) * C_0_899;
    int z2 = -(c5 + c3) * C_2_562;
    int z3 = both - (c7 + c3) * C_1_961;
    int z4 = both - (c5 + c1) * C_0_390;
    int o3 = c7 * C_0_298 + z1 + z3;
    int o2 = c5 * C_2_053 + z2 + z4;
    int o1 = c3 * C_3_072 + z2 + z3;
    int o0 = c1 * C_1_501 + z1 + z4;

    c[at] = rounded(e0 + o0, bits);
    c[at + 7 * step] = rounded(e0 - o0, bits);
    c[at + step] = rounded(e1 + o1, bits);
    c[at + 6 * step] = rounded(e1 - o1, bits);
    c[at + 2 * step] = rounded(e2 + o2, bits);
    c[at + 5 * step] = rounded(e2 - o2, bits);
    c[at + 3 * step] = rounded(e3 + o3, bits);
    c[at + 4 * step] = rounded(e3 - o3, bits);
  }
}
