package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.image.ImageFiles;
import io.butcherblock.synthetic.SyntheticImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Java started without our launcher, in a locale of ASCII or of other digits. */
@EnabledOnOs(OS.LINUX)
class LocaleTest {

  private static final String SENTENCE =
      "(?s)butcherblock: Java cannot name the file '[^']*': its letters are not in the character"
          + " set of this locale, ANSI_X3\\.4-1968; set LC_ALL=C\\.UTF-8 before Java is"
          + " started\\.\\n";

  @TempDir private Path folder;

  @Test
  void aNameOfOtherLettersIsToldWithWhatToDo() throws Exception {
    assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "no such name can be made");
    assumeTrue(
        System.getProperty("java.class.path").chars().allMatch(letter -> letter < 128),
        "Java finds no class in such a locale below a folder whose name has other letters");
    Path images = Files.createDirectories(folder.resolve("images"));
    Path image = images.resolve("ä 日.png");
    Files.write(image, new byte[] {1});
    for (List<String> command :
        List.of(
            List.of("score", images.toString(), images.toString()),
            List.of("resize", image.toString(), "--scale", "2", "--out", folder + "/o.png"))) {
      Path output = folder.resolve("output");
      int code = MainProcess.ended(MainProcess.start(output, Map.of("LC_ALL", "C"), command));
      String said = Files.readString(output);
      assertTrue(said.matches(SENTENCE), said);
      assertEquals(command.get(0).equals("score") ? 1 : 2, code);
    }
  }

  /** Libraries format by the default locale: picocli its scripts, the bar its times. */
  @Test
  void digitsAreThoseOfAscii() throws Exception {
    Map<String, String> arabic =
        Map.of("JAVA_TOOL_OPTIONS", "-Duser.language=ar -Duser.country=EG");
    Path image = folder.resolve("a.png");
    ImageFiles.write(SyntheticImages.generate(1, 32, 32), image);
    for (List<String> command :
        List.of(
            List.of("completion"),
            List.of("schemes", "--measures"),
            List.of("upscale", "" + image, "--out", folder + "/large.png"))) {
      Path output = folder.resolve("output");
      assertEquals(0, MainProcess.ended(MainProcess.start(output, arabic, command)));
      String said = Files.readString(output);
      assertTrue(said.matches("(?s).*\\d.*"), said);
      assertFalse(said.matches("(?s).*[\\p{Nd}&&[^0-9]].*"), said);
    }
  }
}
