package io.butcherblock.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.data.PairedDataset.Purpose;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.BicubicResize;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.ImageSize;
import io.butcherblock.image.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PairedDatasetTest {

  @TempDir Path folder;

  private void write(String name, int width, int height) {
    ImageFiles.write(TestImages.random(width, height, 3, name.hashCode()), folder.resolve(name));
  }

  private static List<String> names(PairedDataset images) {
    return images.pairs().stream().map(ImagePair::name).toList();
  }

  @Test
  void plainFoldersAreSearchedToTheBottom() {
    write("b.png", 21, 11);
    write("x/a.bmp", 20, 10);
    PairedDataset images = PairedDataset.of(folder, 2, Purpose.TRAINING);
    assertEquals(List.of("b", "x/a"), names(images));
    ImagePair first = images.pairs().get(0);
    DecodedPair pair = first.load();
    Image hr = ImageFiles.read(folder.resolve("b.png")).crop(0, 0, 20, 10);
    assertEquals(hr, pair.hr());
    assertEquals(BicubicResize.downscale(hr, 2), pair.lr());
    assertEquals(ImageSize.of(pair.lr()), first.lrSize());
  }

  @Test
  void benchmarksHaveTheirOwnLowResolutionImages() {
    write("HR/bird.png", 21, 11);
    write("LR_bicubic/X2/birdx2.png", 10, 5);
    PairedDataset images = PairedDataset.of(folder, 2, Purpose.EVALUATION);
    assertEquals(List.of("bird"), names(images));
    DecodedPair pair = images.pairs().get(0).load();
    assertEquals(ImageFiles.read(folder.resolve("LR_bicubic/X2/birdx2.png")), pair.lr());
    assertEquals(new ImageSize(20, 10), ImageSize.of(pair.hr()));
    PairedDataset below = PairedDataset.of(folder.resolve("HR"), 2, Purpose.EVALUATION);
    assertEquals(images.pairs().get(0).load(), below.pairs().get(0).load());
  }

  @Test
  void lowResolutionImagesMayHaveAnotherFormat() {
    write("HR/bird.png", 21, 11);
    write("LR_bicubic/X2/birdx2.bmp", 10, 5);
    DecodedPair pair = PairedDataset.of(folder, 2, Purpose.EVALUATION).pairs().get(0).load();
    assertEquals(ImageFiles.read(folder.resolve("LR_bicubic/X2/birdx2.bmp")), pair.lr());
  }

  @Test
  void samplesOf16BitsAreRounded() {
    Image deep = Image.of(2, 2, 1, new short[] {0, 128, 129, (short) 65_535});
    DecodedPair pair = new DecodedPair(deep, deep);
    Image expected = Image.of(2, 2, 1, new byte[] {0, 0, 1, (byte) 255});
    assertEquals(new DecodedPair(expected, expected), pair);
    assertEquals(8, pair.hr().bits());
  }

  @Test
  void otherScalesAreMade() {
    write("HR/bird.png", 21, 12);
    write("LR_bicubic/X2/birdx2.png", 10, 6);
    DecodedPair pair = PairedDataset.of(folder, 3, Purpose.EVALUATION).pairs().get(0).load();
    assertEquals(BicubicResize.downscale(pair.hr(), 3), pair.lr());
  }

  @Test
  void div2kIsFoundFromAboveAndFromItsFolders() {
    for (String set : List.of("train", "valid")) {
      write("DIV2K_" + set + "_HR/" + set + "1.png", 8, 8);
      write("DIV2K_" + set + "_LR_bicubic/X2/" + set + "1x2.png", 4, 4);
    }
    assertEquals(List.of("train1"), names(PairedDataset.of(folder, 2, Purpose.TRAINING)));
    assertEquals(List.of("valid1"), names(PairedDataset.of(folder, 2, Purpose.EVALUATION)));
    Path train = folder.resolve("DIV2K_train_HR");
    PairedDataset images = PairedDataset.of(train, 2, Purpose.EVALUATION);
    assertEquals(List.of("train1"), names(images));
    assertEquals(
        ImageFiles.read(folder.resolve("DIV2K_train_LR_bicubic/X2/train1x2.png")),
        images.pairs().get(0).load().lr());
  }

  @Test
  void lowResolutionImagesThatAreNotReadAreTold() {
    write("DIV2K_train_HR/a.png", 8, 8);
    write("DIV2K_train_LR_unknown/X2/ax2.png", 4, 4);
    write("DIV2K_valid_LR_bicubic/X2/bx2.png", 4, 4);
    PairedDataset images = PairedDataset.of(folder, 2, Purpose.TRAINING);
    DecodedPair pair = images.pairs().get(0).load();
    assertEquals(BicubicResize.downscale(pair.hr(), 2), pair.lr());
    assertEquals(
        List.of(
            "The low-resolution images of %s are made by the bicubic kernel; what lies in DIV2K_train_LR_unknown is not read, only %s is."
                .formatted(
                    folder.resolve("DIV2K_train_HR").toAbsolutePath(),
                    folder.resolve("DIV2K_train_LR_bicubic/X2").toAbsolutePath())),
        images.notes());
    write("DIV2K_train_LR_bicubic/X2/ax2.png", 4, 4);
    assertEquals(List.of(), PairedDataset.of(folder, 2, Purpose.TRAINING).notes());
    write("DIV2K_train_LR_bicubic/X3/ax3.png", 2, 2);
    assertEquals(1, PairedDataset.of(folder, 4, Purpose.TRAINING).notes().size());
  }

  /** Beside them lie the uncropped originals, and images of other scales. */
  @Test
  void basicSrHasLowResolutionImagesOfTheSameNames() {
    write("Set5/GTmod12/bird.png", 24, 12);
    write("Set5/LRbicx2/bird.png", 12, 6);
    write("Set5/LRbicx3/bird.png", 8, 4);
    write("Set5/original/bird.png", 25, 13);
    Path set5 = folder.resolve("Set5");
    for (Path named : List.of(set5, set5.resolve("GTmod12"))) {
      PairedDataset images = PairedDataset.of(named, 2, Purpose.EVALUATION);
      assertEquals(List.of("bird"), names(images));
      DecodedPair pair = images.pairs().get(0).load();
      assertEquals(ImageFiles.read(set5.resolve("LRbicx2/bird.png")), pair.lr());
      assertEquals(ImageFiles.read(set5.resolve("GTmod12/bird.png")), pair.hr());
    }
    DecodedPair made = PairedDataset.of(set5, 4, Purpose.EVALUATION).pairs().get(0).load();
    assertEquals(BicubicResize.downscale(made.hr(), 4), made.lr());
  }

  @Test
  void lowResolutionImagesAreNoOriginals() {
    write("original/bird.png", 8, 8);
    write("LRbicx2/bird.png", 4, 4);
    write("LR_unknown/X2/bird.png", 4, 4);
    write("DIV2K_train_HR_sub/0001_s001.png", 8, 8);
    write("DIV2K_train_LR_bicubic/X2_sub/0001_s001.png", 4, 4);
    write("LRT/bird.png", 8, 8);
    PairedDataset images = PairedDataset.of(folder, 2, Purpose.EVALUATION);
    assertEquals(
        List.of("DIV2K_train_HR_sub/0001_s001", "LRT/bird", "original/bird"), names(images));
    assertEquals(3, images.notes().size());
    assertTrue(
        images
            .notes()
            .get(2)
            .endsWith(
                "LRbicx2, which by its name holds low-resolution images; to take them as originals,"
                    + " name that folder itself."),
        images.notes().toString());
    assertEquals(
        List.of("bird"), names(PairedDataset.of(folder.resolve("LRbicx2"), 2, Purpose.EVALUATION)));
  }

  @Test
  void severalSetsBelowOneFolder() {
    write("Set5/HR/bird.png", 8, 8);
    write("Set5/LR_bicubic/X2/birdx2.png", 4, 4);
    write("Set14/HR/bird.png", 8, 8);
    assertEquals(
        List.of("Set14/bird", "Set5/bird"), names(PairedDataset.of(folder, 2, Purpose.EVALUATION)));
  }

  @Test
  void aMissingPartnerIsNamed() {
    write("HR/bird.png", 8, 8);
    write("HR/head.png", 8, 8);
    write("LR_bicubic/X2/birdx2.png", 4, 4);
    String message = message(() -> PairedDataset.of(folder, 2, Purpose.EVALUATION));
    assertTrue(message.contains("headx2.png") && message.contains("head.png is missing"), message);
  }

  @Test
  void sizesThatDoNotBelongTogetherAreTold() {
    write("HR/bird.png", 20, 10);
    write("LR_bicubic/X2/birdx2.png", 5, 5);
    ImagePair pair = PairedDataset.of(folder, 2, Purpose.EVALUATION).pairs().get(0);
    String message = message(pair::load);
    assertTrue(message.contains("5 x 5") && message.contains("10 x 5"), message);
  }

  @Test
  void greyOnOneSideIsStacked() {
    write("HR/bird.png", 8, 8);
    ImageFiles.write(TestImages.random(4, 4, 1, 3), folder.resolve("LR_bicubic/X2/birdx2.png"));
    DecodedPair pair = PairedDataset.of(folder, 2, Purpose.EVALUATION).pairs().get(0).load();
    assertEquals(3, pair.lr().channels());
  }

  @Test
  void emptyAndMissingFoldersAreTold() {
    assertTrue(message(() -> PairedDataset.of(folder, 2, Purpose.TRAINING)).contains("no images"));
    Path missing = folder.resolve("missing");
    assertTrue(
        message(() -> PairedDataset.of(missing, 2, Purpose.TRAINING))
            .contains("There is no folder"));
    assertTrue(
        message(() -> PairedDataset.of(missing.resolve("HR"), 2, Purpose.TRAINING))
            .contains("There is no folder"));
  }

  @Test
  void anImageBelowTheScaleIsTold() {
    ImagePair dot = ImagePair.of("dot", TestImages.random(2, 9, 3, 1), 3);
    assertTrue(message(dot::load).contains("dot (2 x 9 RGB) is too small"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // where making links needs a privilege
  void aLinkThatLeadsBackIsNotFollowedTwice() throws IOException {
    write("a.png", 8, 8);
    Files.createDirectories(folder.resolve("below"));
    Files.createSymbolicLink(folder.resolve("below/back"), folder);
    assertEquals(List.of("a"), names(PairedDataset.of(folder, 2, Purpose.TRAINING)));
  }

  private static String message(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(ButcherblockException.class, call).getMessage();
  }
}
