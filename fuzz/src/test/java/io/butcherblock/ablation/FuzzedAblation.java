package io.butcherblock.ablation;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The files of an ablation's folder, each read where it has its name. */
public final class FuzzedAblation {

  private FuzzedAblation() {}

  /**
   * Reads all of them.
   *
   * @param folder where each has the same content
   * @param refused is told of each that is refused
   */
  public static void read(Path folder, Consumer<ButcherblockException> refused) {
    attempt(
        () -> {
          OptionalLong unused =
              new Plan(
                      folder,
                      Map.of("images", "2"),
                      Map.of(Setting.SEED, "1"),
                      Map.of("images of a", "1"))
                  .checked();
        },
        refused);
    attempt(
        () ->
            RunResult.read(folder)
                .ifPresent(
                    result -> {
                      if (result.tests().isEmpty()) {
                        throw new AssertionError("Nothing was tested: " + result);
                      }
                    }),
        refused);
    attempt(
        () -> {
          Optional<Diverged> unused = Diverged.read(null, 1, folder);
        },
        refused);
  }

  private static void attempt(Runnable reading, Consumer<ButcherblockException> refused) {
    try {
      reading.run();
    } catch (ButcherblockException e) {
      refused.accept(e);
    }
  }
}
