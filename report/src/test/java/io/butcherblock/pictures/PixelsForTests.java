package io.butcherblock.pictures;

import java.awt.image.Raster;

/** What a picture shows, for tests of what draws them. */
public final class PixelsForTests {

  private PixelsForTests() {}

  public static Raster of(Picture picture) {
    return picture.pixels();
  }
}
