package io.butcherblock.synthetic;

import io.butcherblock.image.Image;
import java.util.Arrays;

/**
 * Paints leaves from the front to the back: each adds what the ones before it leave to be seen. The
 * share of a pixel that an edge covers follows from the distance to it, which smooths the edge
 * without drawing at a higher resolution.
 */
final class LeafCanvas {

  private final int width;
  private final int height;
  private final float[] planes;
  private final float[] open;
  private double openSum;

  LeafCanvas(int width, int height) {
    this.width = width;
    this.height = height;
    int area = Math.multiplyExact(width, height);
    planes = new float[Math.multiplyExact(3, area)];
    open = new float[area];
    Arrays.fill(open, 1);
    openSum = area;
  }

  /** The share of the image that no leaf covers yet, 0..1. */
  double open() {
    return openSum / open.length;
  }

  void paint(Leaf leaf) {
    int left = Math.max(0, (int) Math.floor(leaf.x() - leaf.reachX()));
    int right = Math.min(width - 1, (int) Math.ceil(leaf.x() + leaf.reachX()));
    int top = Math.max(0, (int) Math.floor(leaf.y() - leaf.reachY()));
    int bottom = Math.min(height - 1, (int) Math.ceil(leaf.y() + leaf.reachY()));
    double[] rgb = new double[3];
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        int at = y * width + x;
        if (open[at] == 0) {
          continue;
        }
        double u = leaf.cos() * (x - leaf.x()) + leaf.sin() * (y - leaf.y());
        double v = leaf.cos() * (y - leaf.y()) - leaf.sin() * (x - leaf.x());
        double cover = 0.5 - leaf.shape().distance(u, v) / leaf.softness();
        if (cover > 0) {
          leaf.fill().at(u, v, rgb);
          add(at, leaf.opacity() * Math.min(1, cover), rgb);
        }
      }
    }
  }

  private void add(int at, double cover, double[] rgb) {
    double seen = open[at] * cover;
    for (int c = 0; c < 3; c++) {
      planes[c * open.length + at] += (float) (seen * rgb[c]);
    }
    // What little is left open cannot be seen in 8 bits.
    float left = (float) (open[at] - seen);
    left = left < 1e-3f ? 0 : left;
    openSum -= open[at] - left;
    open[at] = left;
  }

  /**
   * Blurs the picture by a 3 x 3 binomial window of {@code strength} 0 to 1; sharpens it where that
   * is negative.
   */
  void blur(double strength) {
    float side = (float) (strength / 4);
    for (int start = 0; start < planes.length; start += open.length) {
      for (int y = 0; y < height; y++) {
        blurLine(start + y * width, 1, width, side);
      }
      for (int x = 0; x < width; x++) {
        blurLine(start + x, width, height, side);
      }
    }
  }

  Image toImage() {
    for (int i = 0; i < planes.length; i++) {
      planes[i] = 255 * Math.max(0, Math.min(1, planes[i]));
    }
    return Image.ofPlanes(width, height, 3, planes);
  }

  private void blurLine(int start, int step, int count, float side) {
    float before = planes[start];
    for (int i = 0; i < count; i++) {
      int at = start + i * step;
      float here = planes[at];
      float after = i + 1 < count ? planes[at + step] : here;
      planes[at] = here + side * (before - 2 * here + after);
      before = here;
    }
  }
}
