package io.butcherblock.benchmarks.training;

import io.butcherblock.benchmarks.network.NetworkFiles;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.FloatFile;
import io.butcherblock.data.Batch;
import io.butcherblock.throughput.Input;
import io.butcherblock.train.AdamSettings;
import java.io.IOException;
import java.util.List;

/** What a subject is to train: the weights that it starts from, and its batch. */
record Training(NetworkFiles files, Batch batch, AdamSettings adam) {

  static final String WORK = "step";

  private static final String FOLDER = "folder";
  private static final String PATCHES = "patches";
  private static final String SIDE = "side";

  static Arguments arguments(Arguments more, NetworkFiles files, Input size) {
    return more.with(FOLDER, files.folder()).with(PATCHES, size.images()).with(SIDE, size.width());
  }

  /** The batch on disk, for those who are not Java. */
  static void write(NetworkFiles files, Batch batch) throws IOException {
    FloatFile.write(files.folder().resolve("lr.f32"), List.of(batch.lr()));
    FloatFile.write(files.folder().resolve("hr.f32"), List.of(batch.hr()));
  }

  /** The optimizer in words, besides {@link #arguments}. */
  static Arguments addForPython(Arguments arguments) {
    AdamSettings adam = AdamSettings.PAPER;
    return arguments
        .with("rate", adam.learningRate())
        .with("beta1", adam.beta1())
        .with("beta2", adam.beta2())
        .with("epsilon", adam.epsilon());
  }

  static Training from(Arguments arguments) {
    return new Training(
        new NetworkFiles(arguments.path(FOLDER)),
        Patches.make(arguments.number(PATCHES), arguments.number(SIDE)),
        AdamSettings.PAPER);
  }

  double rate() {
    return adam.learningRate();
  }

  long[] lrShape() {
    return new long[] {batch.n(), 3, batch.patch(), batch.patch()};
  }

  long[] hrShape() {
    long side = (long) batch.patch() * batch.scale();
    return new long[] {batch.n(), 3, side, side};
  }
}
