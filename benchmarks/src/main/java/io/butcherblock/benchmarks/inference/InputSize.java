package io.butcherblock.benchmarks.inference;

/** The size of the image that is enlarged, in pixels. */
record InputSize(int width, int height) {

  long pixels() {
    return (long) width * height;
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
