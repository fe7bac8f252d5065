package io.butcherblock.options;

import io.butcherblock.error.PlainText;
import io.butcherblock.run.RunFolder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Files of weights, and folders of runs, where the name of a network was expected. */
final class MeantWeights {

  private MeantWeights() {}

  /** Says that a text is the folder of a run, and which its weights are; empty if it is none. */
  static Optional<String> hint(String typed) {
    return run(typed)
        .map(
            run ->
                "that is the folder of a run"
                    + weights(run).map(file -> ", whose weights are " + file).orElse("")
                    + ".");
  }

  /**
   * Says how a file, or the weights in the folder of a run, are given to a command that has {@code
   * --weights}.
   *
   * @return a sentence; empty if the text is neither
   */
  static Optional<String> sentence(String typed) {
    File file = new File(typed);
    if (file.isFile()) {
      return Optional.of(
          "%1$s is a file; give it as --weights %1$s.".formatted(PlainText.of(typed)));
    }
    return run(typed)
        .map(
            run ->
                PlainText.of(typed)
                    + " is the folder of a run, "
                    + weights(run)
                        .map(weights -> "give the weights in it: --weights " + weights + ".")
                        .orElse("in which no weights are yet."));
  }

  private static Optional<Path> run(String typed) {
    File folder = new File(typed);
    return folder.isDirectory() && new RunFolder(folder.toPath()).exists()
        ? Optional.of(folder.toPath())
        : Optional.empty();
  }

  /** Those of the best validation before the newest. */
  private static Optional<String> weights(Path run) {
    return Stream.of(new RunFolder(run).best(), new RunFolder(run).weights())
        .filter(Files::exists)
        .map(PlainText::of)
        .findFirst();
  }
}
