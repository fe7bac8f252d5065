package io.butcherblock.commands;

import io.butcherblock.data.PairedDataset;
import io.butcherblock.degrade.ChromaSubsampling;
import io.butcherblock.degrade.JpegCompression;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A data set as {@code eval} uses it.
 *
 * @param compression what its low-resolution images are put through; empty if nothing
 */
record TestImages(PairedDataset set, Optional<JpegCompression> compression) {

  /** Each data set as it is, and then through JPEG of each quality. */
  static List<TestImages> of(List<Path> folders, int scale, List<Integer> qualities) {
    List<TestImages> all = new ArrayList<>();
    for (Path folder : folders) {
      PairedDataset set = PairedDataset.of(folder, scale, PairedDataset.Purpose.EVALUATION);
      all.add(new TestImages(set, Optional.empty()));
      for (int quality : qualities) {
        all.add(compressed(set, new JpegCompression(quality, ChromaSubsampling.BOTH)));
      }
    }
    return all;
  }

  private static TestImages compressed(PairedDataset set, JpegCompression jpeg) {
    return new TestImages(
        new PairedDataset(
            set.folder(), set.scale(), set.pairs().stream().map(jpeg::apply).toList(), List.of()),
        Optional.of(jpeg));
  }

  /** The data set's name, and what its images went through. */
  String name() {
    return set.name() + compression.map(jpeg -> ", LR images through " + jpeg).orElse("");
  }
}
