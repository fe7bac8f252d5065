package io.butcherblock.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SharedImagesTest {

  @TempDir private Path folder;

  @BeforeEach
  void writeImages() throws IOException {
    for (String name : List.of("training/a.png", "training/b.png", "others/a.png")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      ImageFiles.write(TestImages.random(8, 8, 3, 1), file);
    }
  }

  private Optional<String> note(String images) {
    return SharedImages.note("to validate on", pairs(images), pairs("training"));
  }

  private List<ImagePair> pairs(String name) {
    return PairedDataset.of(folder.resolve(name), 2, PairedDataset.Purpose.EVALUATION).pairs();
  }

  @Test
  void otherFilesAreOtherImages() {
    assertEquals(Optional.empty(), note("others"));
  }

  @Test
  void theSameFolderIsTold() {
    assertEquals(
        Optional.of(
            "2 of the 2 images to validate on are among the training images; figures of images that"
                + " a network has seen are better than those of others."),
        note("training"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkIsTheImageThatItLeadsTo() throws IOException {
    Files.createSymbolicLink(folder.resolve("others/b.png"), folder.resolve("training/b.png"));
    assertEquals(
        Optional.of(
            "1 of the 2 images to validate on is among the training images; figures of images that"
                + " a network has seen are better than those of others."),
        note("others"));
  }
}
