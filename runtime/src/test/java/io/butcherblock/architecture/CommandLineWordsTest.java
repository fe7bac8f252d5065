package io.butcherblock.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The library speaks of settings, never of a command line: it cannot know whether there is one.
 * Messages name a {@link io.butcherblock.error.Setting}, which programs word as they like.
 */
class CommandLineWordsTest {

  /**
   * {@code --add-modules} is an option of java; the secret of a group of processes, and which
   * process started them, are variables of the environment, as {@code MASTER_ADDR} is, which the
   * library itself reads.
   */
  private static final Pattern LEAK =
      Pattern.compile(
          "(?<![\\w-])--(?!add-modules)[a-z]|command[ -]line|\\bflags?\\b|\\bmvn"
              + " |BUTCHERBLOCK_(?!SECRET|LAUNCHER)|(?<![.\\w])butcherblock(\\.cmd)? [a-z]");

  @Test
  void noMessageAndNoCommentNamesAnOptionOrTheProgram() {
    assertEquals(List.of(), SourceText.below(Path.of("src/main/java"), LEAK.asPredicate()));
  }

  @Test
  void leaksAreSeen() {
    String java =
        """
        int i = --x + y--; char c = '"'; String s = "use --batch 8" + "a--b" + "\\"--tile";
        /** On the command line. */ // --resume
        import io.butcherblock.nn.Catalogue; String t = "./butcherblock upscale x";
        String u = "BUTCHERBLOCK_JAVA_OPTS=-Xmx8g", v = "mvn package", w = "io.butcherblock";
        """;
    assertEquals(
        List.of(
            "\"use --batch 8\"",
            "\"\\\"--tile\"",
            "/** On the command line. */",
            "// --resume",
            "\"./butcherblock upscale x\"",
            "\"BUTCHERBLOCK_JAVA_OPTS=-Xmx8g\"",
            "\"mvn package\""),
        SourceText.in(java, LEAK.asPredicate()));
  }
}
