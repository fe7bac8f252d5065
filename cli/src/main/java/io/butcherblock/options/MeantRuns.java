package io.butcherblock.options;

import io.butcherblock.error.PlainText;
import io.butcherblock.names.NameList;
import io.butcherblock.run.RunFolder;
import io.butcherblock.run.RunFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which runs were meant by the folder of an ablation, or by a file of a run. */
public final class MeantRuns {

  private static final int NAMED = 3;

  private MeantRuns() {}

  /**
   * The sentence that names them.
   *
   * @param given no folder of a run
   * @return empty if there are none
   */
  public static Optional<String> sentence(Path given) {
    if (Files.isRegularFile(given) && new RunFolder(given.toAbsolutePath().getParent()).exists()) {
      Path folder = given.getParent() == null ? Path.of(".") : given.getParent();
      return Optional.of(
          "%s is a file of a run; name the folder of the run, %s."
              .formatted(PlainText.of(given), PlainText.of(folder)));
    }
    List<String> runs = RunFolders.below(given).stream().map(PlainText::of).toList();
    return runs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s is a folder of runs; name those that are meant: %s."
                .formatted(PlainText.of(given), NameList.of(runs, NAMED)));
  }
}
