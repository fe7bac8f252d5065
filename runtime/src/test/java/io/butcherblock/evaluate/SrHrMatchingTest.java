package io.butcherblock.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.ImageOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SrHrMatchingTest {

  @TempDir private Path folder;

  /** {@code img_1_HR_net_x2} begins with {@code img_1} too. */
  @Test
  void theLongestNameIsTheOriginal() throws IOException {
    Path one = image("hr/img_1.png");
    Path two = image("hr/img_1_HR.png");
    Path srOfOne = image("sr/img_1x2.png");
    Path srOfTwo = image("sr/img_1_HR_net_x2.jpg");
    assertEquals(
        List.of(
            new SrHrMatching.Pair("img_1", srOfOne, one),
            new SrHrMatching.Pair("img_1_HR", srOfTwo, two)),
        SrHrMatching.of(folder.resolve("sr"), folder.resolve("hr")));
  }

  @Test
  void twoFilesAreAPairWhateverTheirNames() throws IOException {
    Path sr = image("a.png");
    Path hr = image("b.png");
    assertEquals(List.of(new SrHrMatching.Pair("b", sr, hr)), SrHrMatching.of(sr, hr));
  }

  @Test
  void anotherImageOfTheOriginalIsRefused() throws IOException {
    image("hr/a.png");
    image("sr/a.png");
    image("sr/ax2.png");
    ButcherblockException error =
        assertThrows(
            ButcherblockException.class,
            () -> SrHrMatching.of(folder.resolve("sr"), folder.resolve("hr")));
    assertEquals(
        "%s and %s are both images of %s; keep one of them in the folder."
            .formatted(
                folder.resolve("sr/a.png"),
                folder.resolve("sr/ax2.png"),
                folder.resolve("hr/a.png")),
        error.getMessage());
  }

  @Test
  void allImagesWithoutAPartnerAreNamedAndWhatToDo() throws IOException {
    image("hr/a.png");
    image("hr/b.png");
    image("hr/c.png");
    image("sr/b-net.png");
    image("sr/c-net.png");
    assertEquals(
        "%s, %s have no original of that name in %s: name each as its original, as in baby.png, babyx2.png or baby_net_x2.png for baby.png, or take it out of the folder."
            .formatted(
                folder.resolve("sr/b-net.png"),
                folder.resolve("sr/c-net.png"),
                folder.resolve("hr")),
        refusal("sr"));
    image("few/a.png");
    assertEquals(
        "There is no image of %s, %s in %s; a mean over fewer images would not be that of the set: for one over those that are there, put their originals into a folder of their own."
            .formatted(
                folder.resolve("hr/b.png"), folder.resolve("hr/c.png"), folder.resolve("few")),
        refusal("few"));
  }

  @Test
  void whatIsNotThereIsSaidToBeMissing() throws IOException {
    image("hr/a.png");
    assertEquals("There is no file or folder %s.".formatted(folder.resolve("sr")), refusal("sr"));
  }

  private String refusal(String sr) {
    return assertThrows(
            ButcherblockException.class,
            () -> SrHrMatching.of(folder.resolve(sr), folder.resolve("hr")))
        .getMessage();
  }

  @Test
  void figuresBesideTheImagesAreNoImagesOfTheSet() throws IOException {
    Path hr = image("hr/a.png");
    Path sr = image("sr/a.png");
    Path drawn = folder.resolve("drawn.png");
    ImageFiles.write(Image.of(8, 8, 3, new byte[192]), drawn, ImageOrigin.FIGURE);
    Files.copy(drawn, folder.resolve("hr/curves.png"));
    Files.copy(drawn, folder.resolve("sr/stability"));
    assertEquals(
        List.of(new SrHrMatching.Pair("a", sr, hr)),
        SrHrMatching.of(folder.resolve("sr"), folder.resolve("hr")));
    Files.delete(sr);
    String none =
        assertThrows(
                ButcherblockException.class,
                () -> SrHrMatching.of(folder.resolve("sr"), folder.resolve("hr")))
            .getMessage();
    assertTrue(none.startsWith("There is no image in") && none.contains("stability"), none);
  }

  /** Names alone are compared, so that nothing needs to be in the file. */
  private Path image(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}
