package io.butcherblock.benchmarks.inference;

import io.butcherblock.benchmarks.network.MeasuredNetwork;
import io.butcherblock.benchmarks.network.NetworkFiles;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.FloatFile;
import io.butcherblock.image.ImageSize;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a subject is to enlarge.
 *
 * <p>All of them begin and end with an array on Java's heap: what copies to and from their own
 * memory cost, a program pays too.
 *
 * @param image RGB planes [3, height, width], 0..255
 */
// Handed on once and never compared.
@SuppressWarnings("ArrayRecordComponent")
record Upscaling(NetworkFiles files, float[] image, int width, int height) {

  static final String WORK = "upscale";

  private static final int COLORS = 3;
  private static final String FOLDER = "folder";
  private static final String IMAGE = "image";
  private static final String WIDTH = "width";
  private static final String HEIGHT = "height";

  static Arguments arguments(Arguments more, NetworkFiles files, Path image, ImageSize size) {
    return more.with(FOLDER, files.folder())
        .with(IMAGE, image)
        .with(WIDTH, size.width())
        .with(HEIGHT, size.height());
  }

  static Upscaling from(Arguments arguments) throws IOException {
    return new Upscaling(
        new NetworkFiles(arguments.path(FOLDER)),
        FloatFile.read(arguments.path(IMAGE)),
        arguments.number(WIDTH),
        arguments.number(HEIGHT));
  }

  long[] inputShape() {
    return new long[] {1, COLORS, height, width};
  }

  int outputLength() {
    return COLORS * height * width * MeasuredNetwork.SCALE * MeasuredNetwork.SCALE;
  }
}
