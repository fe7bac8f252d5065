package io.butcherblock.documentation;

/** What the reader of a snippet has before the eyes: imports, and names that the text mentions. */
final class PageContext {

  private static final String IMPORTS =
      """
      import io.butcherblock.*;
      import io.butcherblock.data.*;
      import io.butcherblock.dsl.*;
      import io.butcherblock.examples.schemes.Heun;
      import io.butcherblock.models.*;
      import io.butcherblock.serve.*;
      import io.butcherblock.upscale.*;
      import java.awt.image.BufferedImage;
      import java.io.File;
      import java.nio.file.Path;
      import javax.imageio.ImageIO;

      """;

  private static final String NAMES =
      """
        private static final File file = new File("photo.jpg");
        private static double y;
        private static double h;
        private static double k1;
        private static double k2;

        private static double f(double at) {
          return -at;
        }
      """;

  private PageContext() {}

  /** Whether a snippet declares types, and is not a few statements. */
  static boolean isDeclaration(String snippet) {
    return snippet.contains(" interface ");
  }

  /** A file of declarations, which may stand in one file if none is public. */
  static String file(String declarations) {
    return IMPORTS + declarations.replace("public interface", "interface");
  }

  /** A class whose method consists of the statements. */
  static String program(String name, String statements) {
    return IMPORTS
        + "final class "
        + name
        + " {\n"
        + NAMES
        + "\n  static void run() throws Exception {\n"
        + statements
        + "  }\n}\n";
  }
}
