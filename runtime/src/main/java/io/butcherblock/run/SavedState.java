package io.butcherblock.run;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.files.ContentDigest;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.FolderSync;
import io.butcherblock.train.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The states of a run on disk, in folders {@code state-STEP}. Each is one unit: it is written under
 * another name, brought to the disk, and renamed when it is whole; then the oldest go. What it
 * holds is known by digests, {@link StateRecord}.
 */
final class SavedState {

  private static final String PART = "state.part";

  private SavedState() {}

  /** Writes files into the folder of a state. */
  @FunctionalInterface
  interface Content {
    void writeTo(Path state) throws IOException;
  }

  /** Takes a whole state over. */
  @FunctionalInterface
  interface Loader {
    void load(Path state, RunState at);
  }

  /**
   * A state that was loaded.
   *
   * @param damage a clause for each newer one that could not be
   */
  record Loaded(Path folder, StateRecord record, List<String> damage) {}

  /**
   * Saves the state of a run in {@code folder}.
   *
   * @param logBytes the length of the log, which is on the disk
   * @param kept how many states are there then, this one included
   * @return the folder of the state
   * @throws ButcherblockException if it cannot be written; those that were there are then still
   */
  static Path save(Path folder, RunState state, long logBytes, int kept, Content content) {
    StateName name = StateName.of(state.step());
    Path whole = folder.resolve(name.toString());
    Path part = folder.resolve(PART);
    try {
      try {
        FileTree.delete(part);
        Files.createDirectories(part);
        content.writeTo(part);
        new StateRecord(state, OptionalLong.of(logBytes), digests(part)).write(part);
        FolderSync.force(part);
        if (Files.exists(whole)) {
          // Until the new one has the name, it is a state under this one.
          Path before = folder.resolve(name.replaced().toString());
          FileTree.delete(before);
          Files.move(whole, before, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        FolderSync.force(folder);
      } finally {
        FileTree.delete(part);
      }
      removeAllBut(name, kept, folder);
      return whole;
    } catch (IOException e) {
      throw FileFailure.cannot("save the state of the run in", folder, e);
    }
  }

  private static Map<String, String> digests(Path part) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.list(part)) {
      for (Path file : files.toList()) {
        digests.put(file.getFileName().toString(), ContentDigest.ofBytes(file));
      }
    }
    return digests;
  }

  /** Removes those that the run has gone back behind, which were damaged, and the oldest. */
  private static void removeAllBut(StateName newest, int kept, Path folder) throws IOException {
    int left = kept;
    for (StateName each : newestFirst(folder)) {
      if (each.compareTo(newest) > 0 || each.isReplaced() || left-- <= 0) {
        FileTree.delete(folder.resolve(each.toString()), folder.resolve(PART));
      }
    }
  }

  /**
   * Loads the newest state that is whole.
   *
   * @param loader is given it, and may be given several if it refuses some
   * @return empty if nothing was saved
   * @throws ButcherblockException if none of the states is whole
   */
  static Optional<Loaded> load(Path folder, Loader loader) {
    List<String> damage = new ArrayList<>();
    for (StateName name : newestFirst(folder)) {
      Path state = folder.resolve(name.toString());
      try {
        StateRecord record = StateRecord.read(state, name.step());
        loadInto(loader, state, record.state());
        return Optional.of(new Loaded(state, record, damage));
      } catch (DamagedStateException e) {
        damage.add("%s is damaged: %s".formatted(state, e.getMessage()));
      }
    }
    if (damage.isEmpty()) {
      return Optional.empty();
    }
    throw ButcherblockException.of(
        "No saved state of the run in %s is whole (%s); put one back, or give another %s and begin"
            + " anew.",
        folder, String.join("; ", damage), Setting.OUTPUT);
  }

  private static void loadInto(Loader loader, Path state, RunState at)
      throws DamagedStateException {
    try {
      loader.load(state, at);
    } catch (ButcherblockException e) {
      throw new DamagedStateException(e.getMessage().replaceFirst("\\.$", ""), e);
    }
  }

  /** Whether something was saved in {@code folder}, be it whole or damaged. */
  static boolean exists(Path folder) {
    return !newestFirst(folder).isEmpty();
  }

  /** Removes all states of a run. */
  static void clear(Path folder) throws IOException {
    removePart(folder);
    for (StateName state : newestFirst(folder)) {
      FileTree.delete(folder.resolve(state.toString()), folder.resolve(PART));
    }
  }

  /** Removes what a process left that was killed while it saved. */
  static void removePart(Path folder) throws IOException {
    FileTree.delete(folder.resolve(PART));
  }

  private static List<StateName> newestFirst(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isDirectory)
          .flatMap(file -> StateName.read(file.getFileName().toString()).stream())
          .sorted(java.util.Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw FileFailure.cannot("read", folder, e);
    }
  }
}
