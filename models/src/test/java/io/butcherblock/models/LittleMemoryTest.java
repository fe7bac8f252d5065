package io.butcherblock.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.Enlarger;
import io.butcherblock.InferenceOptions;
import io.butcherblock.SuperResolution;
import io.butcherblock.device.DeviceChoice;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.ImageSize;
import io.butcherblock.upscale.TargetSize;
import java.awt.image.BufferedImage;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One image that is too large for Java's memory does not end a program of many. */
class LittleMemoryTest {

  private static final InferenceOptions ON_CPU =
      InferenceOptions.DEFAULT.withDevice(DeviceChoice.CPU);

  @TempDir private Path folder;

  @Test
  void anImageThatIsTooLargeIsToldAndTheNextIsEnlarged() throws Exception {
    Path large = folder.resolve("large.png");
    ImageFiles.write(Image.of(new BufferedImage(3000, 2000, BufferedImage.TYPE_3BYTE_BGR)), large);
    List<String> said =
        ChildProgram.run(
            folder,
            List.of("-Xmx64m", "-cp", System.getProperty("java.class.path")),
            LittleMemoryTest.class,
            large.toString());
    List<String> results = said.subList(said.size() - 4, said.size());
    assertTrue(
        results.get(0).startsWith("Cannot read " + large + ": Java's memory does not suffice now"),
        said.toString());
    for (String refused : results.subList(1, 3)) {
      assertTrue(
          refused.matches(
              "Java's memory does not suffice to make 6000 x 4000 pixels of 3000 x 2000 .*-Xmx.*"),
          said.toString());
    }
    assertEquals("18 x 14", results.get(3), said.toString());
  }

  /** Argument: an image whose enlargement has no room. */
  public static void main(String[] args) {
    Path large = Path.of(args[0]);
    readBesideOtherThings(large);
    try (SuperResolution sr =
            SuperResolution.load(ModelCatalogue.onClassPath().model("photo-x2"), ON_CPU);
        Enlarger enlarger = Enlarger.of(ImageKind.PHOTO, ON_CPU)) {
      tell(() -> sr.upscale(ImageFiles.read(large)));
      tell(
          () -> {
            enlarger.upscale(large, large.resolveSibling("larger.png"), TargetSize.by(2));
            return null;
          });
      if (Files.exists(large.resolveSibling("larger.png"))) {
        System.out.println("A file was written.");
      }
      tell(() -> sr.upscale(Image.of(new BufferedImage(9, 7, BufferedImage.TYPE_3BYTE_BGR))));
    }
  }

  private static void readBesideOtherThings(Path large) {
    byte[] others = new byte[40 << 20];
    try {
      tell(() -> ImageFiles.read(large));
    } finally {
      Reference.reachabilityFence(others);
    }
  }

  private static void tell(java.util.function.Supplier<Image> work) {
    try {
      System.out.println(ImageSize.of(work.get()));
    } catch (ButcherblockException e) {
      System.out.println(e.getMessage());
    } catch (OutOfMemoryError e) {
      System.out.println(e);
    }
  }
}
