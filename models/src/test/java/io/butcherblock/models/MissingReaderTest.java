package io.butcherblock.models;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A format that the library knows, though nobody registered a reader of it, is not unknown. */
class MissingReaderTest {

  @TempDir private Path folder;

  @Test
  void itIsToldThatNothingReadsWebp() throws Exception {
    Path file = folder.resolve("small.webp");
    ImageFiles.write(Image.of(new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB)), file);
    String others =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(part -> !part.contains("webp-imageio"))
            .collect(Collectors.joining(File.pathSeparator));
    String said =
        String.join(
            "\n",
            ChildProgram.run(
                folder, List.of("-cp", others), MissingReaderTest.class, file.toString()));
    assertTrue(said.contains("no library that decodes WebP is registered"), said);
    assertTrue(said.contains("META-INF/services"), said);
  }

  /** Argument: a file to read. */
  public static void main(String[] args) {
    try {
      System.out.println(ImageFiles.read(Path.of(args[0])));
    } catch (ButcherblockException e) {
      System.out.println(e.getMessage());
    }
  }
}
