package io.butcherblock.benchmarks.builds;

import io.butcherblock.benchmarks.process.ColdStart;
import io.butcherblock.measure.TimedTask;
import java.io.IOException;

/**
 * The time of an image: what a process with more images takes longer than one with a single image.
 *
 * @param single a process that enlarges one image
 * @param several a process that enlarges {@code more} images in addition
 */
record TimePerImage(ColdStart single, ColdStart several, int more) implements TimedTask {

  @Override
  public String name() {
    return single.name();
  }

  @Override
  public double run() throws IOException, InterruptedException {
    double one = single.run();
    return (several.run() - one) / more;
  }
}
