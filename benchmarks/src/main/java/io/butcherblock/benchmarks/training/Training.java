package io.butcherblock.benchmarks.training;

import io.butcherblock.benchmarks.network.NetworkFiles;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.data.Batch;
import io.butcherblock.throughput.Input;
import io.butcherblock.train.AdamSettings;

/** What a subject is to train: the weights that it starts from, and its batch. */
record Training(NetworkFiles files, Batch batch, AdamSettings adam) {

  static final String WORK = "step";

  private static final String FOLDER = "folder";
  private static final String PATCHES = "patches";
  private static final String SIDE = "side";

  static Arguments arguments(Arguments more, NetworkFiles files, Input size) {
    return more.with(FOLDER, files.folder()).with(PATCHES, size.images()).with(SIDE, size.width());
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
