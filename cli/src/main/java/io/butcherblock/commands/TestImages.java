package io.butcherblock.commands;

import io.butcherblock.data.PairedDataset;
import io.butcherblock.degrade.ChromaSubsampling;
import io.butcherblock.degrade.JpegCompression;
import io.butcherblock.files.FolderNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A data set as {@code eval} uses it.
 *
 * @param dataSet its name, by which it is told from the others
 * @param compression what its low-resolution images are put through; empty if nothing
 */
record TestImages(String dataSet, PairedDataset set, Optional<JpegCompression> compression) {

  /** Each data set as it is, and then through JPEG of each quality. */
  static List<TestImages> of(List<Path> folders, int scale, List<Integer> qualities) {
    List<TestImages> all = new ArrayList<>();
    List<String> names = FolderNames.distinct(folders);
    for (int i = 0; i < folders.size(); i++) {
      PairedDataset set = PairedDataset.of(folders.get(i), scale, PairedDataset.Purpose.EVALUATION);
      all.add(new TestImages(names.get(i), set, Optional.empty()));
      for (int quality : qualities) {
        all.add(
            compressed(names.get(i), set, new JpegCompression(quality, ChromaSubsampling.BOTH)));
      }
    }
    return all;
  }

  private static TestImages compressed(String name, PairedDataset set, JpegCompression jpeg) {
    return new TestImages(
        name,
        new PairedDataset(
            set.folder(), set.scale(), set.pairs().stream().map(jpeg::apply).toList(), List.of()),
        Optional.of(jpeg));
  }

  /** The data set's name, and what its images went through. */
  String name() {
    return dataSet + compression.map(jpeg -> ", LR images through " + jpeg).orElse("");
  }
}
