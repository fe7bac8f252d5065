package io.butcherblock.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.data.ImagePair;
import io.butcherblock.data.PairedDataset;
import io.butcherblock.error.ButcherblockException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {

  @TempDir private Path folder;

  @Test
  void imagesAreFoundByNameOrContentAndTheRestIsNamed() throws IOException {
    for (String name :
        List.of("a.jfif", "b.gif", "c.JPE", "d.PNG", "e", "f.jpg_large", "g.webp!w", "v1.2")) {
      Files.write(folder.resolve(name), bytes(name.startsWith("b") ? "gif" : "jpg"));
    }
    Files.write(folder.resolve("h"), bytes("tiff"));
    Files.write(folder.resolve("i.bmp"), new byte[0]);
    Files.write(folder.resolve("raw.cr2"), bytes("tiff"));
    Files.write(folder.resolve("d.png~"), bytes("png"));
    Files.write(folder.resolve("d.png.bak"), bytes("png"));
    Files.writeString(folder.resolve("BMW.txt"), "BM is how a BMP begins, too.");
    Files.writeString(folder.resolve("new\nline"), "text");
    Files.write(folder.resolve(".hidden.png"), bytes("png"));
    Files.createDirectory(folder.resolve("below.png"));
    ImageFolder listed = ImageFolder.of(folder);
    assertEquals(
        List.of(
            "a.jfif",
            "b.gif",
            "c.JPE",
            "d.PNG",
            "e",
            "f.jpg_large",
            "g.webp!w",
            "h",
            "i.bmp",
            "v1.2"),
        listed.images().stream().map(file -> file.getFileName().toString()).toList());
    String note = listed.note().orElseThrow();
    assertTrue(note.startsWith("Left out 5 files of " + folder), note);
    assertTrue(note.endsWith(": BMW.txt, d.png.bak, d.png~, new\\nline, raw.cr2."), note);
    // Each can be read, and each has a name of its own for its result.
    for (Path image : listed.images()) {
      if (!image.endsWith("i.bmp")) {
        assertEquals(8, ImageFiles.read(image).width(), image.toString());
      }
    }
    assertEquals(
        List.of("a", "b", "c", "d", "e", "f.jpg_large", "g.webp!w", "h", "i", "v1.2"),
        listed.images().stream().map(ImageNames::baseName).toList());
  }

  @Test
  void linksToWhatIsMissingAreToldAsSuch() throws IOException {
    Files.write(folder.resolve("a.png"), bytes("png"));
    Files.createSymbolicLink(folder.resolve("good.png"), Path.of("a.png"));
    Files.createSymbolicLink(folder.resolve("dead.png"), Path.of("gone.png"));
    ImageFolder one = ImageFolder.of(folder);
    assertEquals(List.of(folder.resolve("a.png"), folder.resolve("good.png")), one.images());
    assertEquals(
        Optional.of(
            "Left out a link of " + folder + ", for what it leads to is missing: dead.png."),
        one.note());
    Files.createSymbolicLink(folder.resolve("dead2.png"), Path.of("gone.png"));
    Files.writeString(folder.resolve("notes.txt"), "text");
    assertEquals(
        Optional.of(
            "Left out 1 file of %1$s, no image of a known format: notes.txt. Left out 2 links of %1$s, for what they lead to is missing: dead.png, dead2.png."
                .formatted(folder)),
        ImageFolder.of(folder).note());
  }

  /** To read of one would wait until somebody writes to it. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aPipeIsLeftOutUnread() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe.png");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    Optional<String> note =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> ImageFolder.of(folder).withoutFigures().note());
    assertTrue(note.orElseThrow().endsWith(": pipe.png."), note.toString());
  }

  /** As of a set whose images lie in a folder HR, and which eval reads. */
  @Test
  void foldersInItThatHaveImagesAreNamedWhereThereIsNone() throws IOException {
    for (String name : List.of("HR", "empty", "LR")) {
      Files.createDirectories(folder.resolve(name));
    }
    String none = "There is no image in " + folder + ": name ";
    assertEquals(none + "a folder that has some.", toldOfNone());
    Files.write(folder.resolve("HR/a.png"), bytes("png"));
    assertEquals(none + folder.resolve("HR") + ".", toldOfNone());
    Files.write(folder.resolve("LR/a.png"), bytes("png"));
    assertEquals(
        none
            + "a folder in it that has some, such as %s, %s."
                .formatted(folder.resolve("HR"), folder.resolve("LR")),
        toldOfNone());
  }

  private String toldOfNone() {
    return assertThrows(ButcherblockException.class, () -> ImageFiles.listNonEmpty(folder))
        .getMessage();
  }

  @Test
  void aFolderOfImagesAloneNeedsNoNote() throws IOException {
    Files.write(folder.resolve("a.png"), bytes("png"));
    assertEquals(Optional.empty(), ImageFolder.of(folder).note());
  }

  @Test
  void dataSetsSayWhatTheyLeaveOut() throws IOException {
    Files.createDirectories(folder.resolve("sub/run"));
    Files.write(folder.resolve("sub/a"), bytes("png"));
    Files.writeString(folder.resolve("sub/list.txt"), "a");
    for (String name : List.of("run.json", "log.jsonl", "curves.png")) {
      Files.write(folder.resolve("sub/run").resolve(name), bytes("png"));
    }
    PairedDataset images = PairedDataset.of(folder, 2, PairedDataset.Purpose.TRAINING);
    assertEquals(List.of("sub/a"), images.pairs().stream().map(ImagePair::name).toList());
    assertEquals(List.of(folder.resolve("sub/a")), images.pairs().get(0).files());
    assertEquals(2, images.notes().size(), images.notes().toString());
    assertTrue(images.notes().toString().contains("list.txt"), images.notes().toString());
    assertTrue(images.notes().toString().contains("a training run"), images.notes().toString());
  }

  /** As of the folder of a quickstart, whose images lie in one below. */
  @Test
  void dataSetsLeaveOutFiguresOfResults() throws IOException {
    Files.createDirectories(folder.resolve("images"));
    Files.write(folder.resolve("images/test1.png"), bytes("png"));
    ImageFiles.write(
        Image.of(8, 8, 1, new byte[64]), folder.resolve("images/test2.png"), "another origin");
    byte[] figure = ImageOrigin.addTo(bytes("png"), ImageOrigin.FIGURE);
    Files.write(folder.resolve("curves.png"), figure);
    PairedDataset images = PairedDataset.of(folder, 2, PairedDataset.Purpose.EVALUATION);
    assertEquals(
        List.of("images/test1", "images/test2"),
        images.pairs().stream().map(ImagePair::name).toList());
    assertEquals(
        List.of(
            "Left out of " + folder + " what is a figure of results, no photograph: curves.png."),
        images.notes());
    // As score lists it.
    assertEquals(
        Optional.of(images.notes().get(0)), ImageFolder.of(folder).withoutFigures().note());
    Files.delete(folder.resolve("images/test1.png"));
    Files.delete(folder.resolve("images/test2.png"));
    String none =
        assertThrows(
                ButcherblockException.class,
                () -> PairedDataset.of(folder, 2, PairedDataset.Purpose.EVALUATION))
            .getMessage();
    assertTrue(none.contains("There are no images in") && none.contains("curves.png"), none);
  }

  /** Of a project, say, that was named in place of its images. */
  @Test
  void ofATreeWithoutImagesNotEachFolderIsDescribed() throws IOException {
    for (String name : List.of("a", "b", "c", "d")) {
      Files.createDirectories(folder.resolve(name));
      Files.writeString(folder.resolve(name + "/" + name + ".txt"), "no image");
    }
    String none =
        assertThrows(
                ButcherblockException.class,
                () -> PairedDataset.of(folder, 2, PairedDataset.Purpose.EVALUATION))
            .getMessage();
    assertTrue(none.contains("a.txt") && none.contains("b.txt"), none);
    assertTrue(none.endsWith("b.txt. In other folders below it there are no images either."), none);
  }

  private static byte[] bytes(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_3BYTE_BGR);
    assertTrue(ImageIO.write(image, format, out));
    return out.toByteArray();
  }
}
