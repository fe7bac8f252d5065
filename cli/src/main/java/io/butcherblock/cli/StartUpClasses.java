package io.butcherblock.cli;

import io.butcherblock.image.ImageFiles;
import io.butcherblock.synthetic.SyntheticImages;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads the classes that most commands load first, for the launcher: it has Java write down which
 * these are, and makes an archive of them, to be mapped at each start.
 */
public final class StartUpClasses {

  private static final int SIDE = 8;
  private static final List<String> PICTURES = List.of("small.png", "small.jpg");

  private StartUpClasses() {}

  /**
   * Runs commands; what they print goes nowhere.
   *
   * @param args an empty folder, for images
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Path large = Files.createDirectory(folder.resolve("large"));
    Main.prepare();
    run("--help");
    run("networks");
    for (String name : PICTURES) {
      Path small = folder.resolve(name);
      ImageFiles.write(SyntheticImages.generate(1, SIDE, SIDE), small);
      run("upscale", small.toString(), "--out", large.toString());
    }
    // As the program ends, with what that loads.
    Main.main(new String[] {"--version"});
  }

  private static void run(String... command) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    if (Main.run(nowhere, nowhere, command) != 0) {
      throw new IllegalStateException("A command failed: " + String.join(" ", command));
    }
  }
}
