package io.butcherblock.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.train.BestSoFar;
import io.butcherblock.train.LevelStart;
import io.butcherblock.train.LogInterval;
import io.butcherblock.train.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States whose tensors are two small files. */
class SavedStateTest {

  @TempDir private Path folder;

  @BeforeEach
  void saveTwo() {
    save(20, 3);
    save(40, 3);
  }

  private void save(long step, int kept) {
    SavedState.save(
        folder,
        state(step),
        step * 10,
        kept,
        part -> {
          Files.writeString(part.resolve("weights"), "weights at " + step);
          Files.writeString(part.resolve("moments"), "moments at " + step);
        });
  }

  private static RunState state(long step) {
    return new RunState(
        step,
        0.1 * step,
        new BestSoFar(30.5, 0.25),
        1,
        false,
        new LogInterval(3, 1.5, 0.7, 0.1),
        new LevelStart(1, 1));
  }

  private Optional<SavedState.Loaded> load() {
    return SavedState.load(folder, (state, at) -> {});
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aStateIsReadAsItWasWritten() {
    SavedState.Loaded loaded = load().orElseThrow();
    assertEquals(folder.resolve("state-40"), loaded.folder());
    assertEquals(state(40), loaded.record().state());
    assertEquals(400, loaded.record().logBytes().orElseThrow());
    assertEquals(List.of(), loaded.damage());
    RunState first = RunState.START;
    SavedState.save(folder, first, 0, 1, part -> {});
    assertEquals(first, load().orElseThrow().record().state());
  }

  @Test
  void theNewestOnesAreKept() throws IOException {
    save(60, 2);
    assertEquals(List.of("state-40", "state-60"), names());
    save(80, 1);
    assertEquals(List.of("state-80"), names());
  }

  /** Each kind of damage to the newest state is named, and the one before it taken. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "7",
        "{\"step\":",
        "{\"step\":20}",
        "{\"step\":20,\"seconds\":1}",
        "{\"step\":-5,\"seconds\":1}",
        "{\"step\":40.5,\"seconds\":1}",
        "{\"step\":\"40\",\"seconds\":1}",
        "{\"step\":9223372036854775807,\"seconds\":1}",
        "{\"step\":99999999999999999999,\"seconds\":1}",
        "{\"step\":40}",
        "{\"step\":40,\"seconds\":-1}",
        "{\"step\":40,\"seconds\":\"NaN\"}",
        "{\"step\":40,\"seconds\":1,\"best_psnr\":\"x\"}",
        "{\"state\":{\"step\":40,\"seconds\":1}}",
        "{\"state\":{},\"digest\":\"\"}"
      })
  void aDamagedRecordIsNamed(String json) throws IOException {
    Files.writeString(folder.resolve("state-40/run-state.json"), json);
    assertFallsBack("run-state.json ");
  }

  @Test
  void everyCharacterOfTheRecordIsGuarded() throws IOException {
    Path file = folder.resolve("state-40/run-state.json");
    String text = Files.readString(file);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        char other = c == '7' ? '3' : '7';
        Files.writeString(file, text.substring(0, i) + other + text.substring(i + 1));
        assertEquals(folder.resolve("state-20"), load().orElseThrow().folder(), "character " + i);
      }
    }
    Files.writeString(file, text);
    assertEquals(folder.resolve("state-40"), load().orElseThrow().folder());
  }

  @Test
  void aFlippedBitIsNamed() throws IOException {
    Path file = folder.resolve("state-40/moments");
    byte[] bytes = Files.readAllBytes(file);
    bytes[3] ^= 1;
    Files.write(file, bytes);
    assertFallsBack("moments is not as it was written");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(folder.resolve("state-40/weights"));
    assertFallsBack("weights is missing");
    Files.delete(folder.resolve("state-40/run-state.json"));
    assertFallsBack("run-state.json is missing");
  }

  @Test
  void aStateUnderTheNameOfAnotherIsNamed() throws IOException {
    Files.move(folder.resolve("state-40"), folder.resolve("state-50"));
    assertFallsBack("run-state.json says step 40");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775807", "99999999999999999999"})
  void aNumberThatIsNoStepIsNamed(String number) throws IOException {
    Files.move(folder.resolve("state-40"), folder.resolve("state-" + number));
    assertFallsBack("no run has so many steps");
    // And goes with the next save, for it is in the way of those to come.
    save(21, 2);
    assertEquals(List.of("state-20", "state-21"), names());
  }

  private void assertFallsBack(String why) {
    SavedState.Loaded loaded = load().orElseThrow();
    assertEquals(folder.resolve("state-20"), loaded.folder());
    assertEquals(state(20), loaded.record().state());
    assertEquals(1, loaded.damage().size());
    assertTrue(loaded.damage().get(0).contains(why), loaded.damage().get(0));
  }

  @Test
  void whereNoneIsWholeNothingIsChanged() throws IOException {
    Files.delete(folder.resolve("state-20/moments"));
    Files.writeString(folder.resolve("state-40/run-state.json"), "");
    List<String> before = names();
    String message = assertThrows(ButcherblockException.class, this::load).getMessage();
    assertTrue(message.startsWith("No saved state of the run in " + folder), message);
    assertTrue(message.contains("state-20 is damaged: moments is missing)"), message);
    assertEquals(before, names());
  }

  /** A tensor that the network refuses is damage, too, in a state without digests. */
  @Test
  void whatTheLoaderRefusesIsPassedOver() throws IOException {
    Files.writeString(
        folder.resolve("state-40/run-state.json"), "{\"step\":40,\"seconds\":1,\"best_psnr\":30}");
    assertFalse(load().orElseThrow().record().hasDigests());
    List<Path> tried = new ArrayList<>();
    SavedState.Loaded loaded =
        SavedState.load(
                folder,
                (state, at) -> {
                  tried.add(state);
                  if (state.endsWith("state-40")) {
                    throw new ButcherblockException("No tensors.");
                  }
                })
            .orElseThrow();
    assertEquals(List.of(folder.resolve("state-40"), folder.resolve("state-20")), tried);
    assertEquals(List.of(folder.resolve("state-40") + " is damaged: No tensors"), loaded.damage());
  }

  @Test
  void aFullDiskLeavesTheStatesThatWereThere() throws IOException {
    ButcherblockException full =
        assertThrows(
            ButcherblockException.class,
            () ->
                SavedState.save(
                    folder,
                    state(60),
                    600,
                    1,
                    part -> {
                      Files.writeString(part.resolve("weights"), "half of th");
                      throw new IOException("No space left on device");
                    }));
    assertEquals(
        "Cannot save the state of the run in " + folder + ": No space left on device.",
        full.getMessage());
    assertEquals(List.of("state-20", "state-40"), names());
    assertEquals(state(40), load().orElseThrow().record().state());
  }

  /** A kill while a state is replaced by another of the same step leaves one of the two. */
  @Test
  void aStateThatIsBeingReplacedIsStillThere() throws IOException {
    Files.move(folder.resolve("state-40"), folder.resolve("state-40.old"));
    assertEquals(state(40), load().orElseThrow().record().state());
    save(40, 2);
    assertEquals(List.of("state-20", "state-40"), names());
  }

  @Test
  void whatAKillLeftOfASaveIsRemoved() throws IOException {
    Files.createDirectories(folder.resolve("state.part"));
    Files.writeString(folder.resolve("state.part/weights"), "half");
    assertEquals(state(40), load().orElseThrow().record().state());
    SavedState.removePart(folder);
    assertEquals(List.of("state-20", "state-40"), names());
    SavedState.clear(folder);
    assertEquals(List.of(), names());
    assertTrue(load().isEmpty());
    assertFalse(SavedState.exists(folder));
  }
}
