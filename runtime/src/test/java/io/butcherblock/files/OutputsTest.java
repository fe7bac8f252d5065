package io.butcherblock.files;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import com.google.common.jimfs.PathNormalization;
import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputsTest {

  @TempDir private Path folder;
  private Path original;

  @BeforeEach
  void makeAnOriginalWithManyNames() throws IOException {
    original = Files.writeString(Files.createDirectory(folder.resolve("d")).resolve("a.png"), "x");
    Files.createSymbolicLink(folder.resolve("folder-link"), Path.of("d"));
    Files.createSymbolicLink(folder.resolve("soft.png"), Path.of("d/a.png"));
    Files.createSymbolicLink(folder.resolve("soft-of-soft.png"), folder.resolve("soft.png"));
    Files.createLink(folder.resolve("hard.png"), original);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d/a.png",
        "d/../d/./a.png",
        "folder-link/a.png",
        "folder-link/../d/a.png",
        "soft.png",
        "soft-of-soft.png",
        "hard.png"
      })
  void anInputIsNoOutputByWhateverName(String name) {
    Path output = folder.resolve(name);
    refused(() -> Outputs.check(output, List.of(original)), "would be written over");
    refused(() -> Outputs.check(original, List.of(output)), "would be written over");
  }

  @Test
  void twoOutputsAreOneThroughFoldersThatAreOneAndLinksToNowhere() throws IOException {
    Outputs outputs = new Outputs(List.of());
    outputs.add(folder.resolve("d/new.png"), Path.of("new.jpg"));
    refused(
        () -> outputs.add(folder.resolve("folder-link/new.png"), Path.of("new.bmp")),
        "Two outputs",
        "new.jpg and new.bmp");
    Files.createSymbolicLink(folder.resolve("to-new.png"), Path.of("d/new.png"));
    refused(() -> outputs.add(folder.resolve("to-new.png"), Path.of("x")), "Two outputs");
    outputs.add(folder.resolve("none/yet/b.png"), Path.of("b.jpg"));
    refused(() -> outputs.add(folder.resolve("none/./yet/b.png"), Path.of("b")), "Two outputs");
  }

  @Test
  void otherFilesAreAllowed() {
    Outputs outputs = new Outputs(List.of(original, folder.resolve("missing.png")));
    for (String name : List.of("d/b.png", "d/A.png", "d/a.png.png", "new/a.png", "new/A.png")) {
      assertDoesNotThrow(() -> outputs.add(folder.resolve(name), Path.of(name)), name);
    }
    assertDoesNotThrow(() -> outputs.add(Path.of("/dev/null"), Path.of("a")));
    assertDoesNotThrow(() -> outputs.add(Path.of("/dev/null"), Path.of("b")));
  }

  @Test
  void lettersThatMakeNoDifferenceToTheSystemMakeNoneHere() throws IOException {
    Configuration insensitive =
        Configuration.unix().toBuilder()
            .setNameCanonicalNormalization(PathNormalization.NFC, PathNormalization.CASE_FOLD_ASCII)
            .build();
    try (FileSystem system = Jimfs.newFileSystem(insensitive)) {
      Path d = Files.createDirectory(system.getPath("/d"));
      Files.writeString(d.resolve("Photo.png"), "x");
      refused(
          () -> Outputs.check(d.resolve("PHOTO.PNG"), List.of(d.resolve("Photo.png"))),
          "would be written over");
      Outputs outputs = new Outputs(List.of());
      outputs.add(system.getPath("/new/below/a.png"), Path.of("a.jpg"));
      refused(
          () -> outputs.add(system.getPath("/new/below/A.png"), Path.of("A.jpg")), "Two outputs");
      outputs.add(system.getPath("/new/\u00e9.png"), Path.of("composed"));
      refused(
          () -> outputs.add(system.getPath("/new/e\u0301.png"), Path.of("apart")), "Two outputs");
      outputs.add(system.getPath("/new/b.png"), Path.of("b"));
      try (Stream<Path> left = Files.list(system.getPath("/"))) {
        assertEquals(List.of(), left.filter(p -> p.toString().contains("butcherblock")).toList());
      }
    }
  }

  private static void refused(org.junit.jupiter.api.function.Executable call, String... expected) {
    String message = assertThrows(ButcherblockException.class, call).getMessage();
    for (String part : expected) {
      assertTrue(message.contains(part), message);
    }
  }

  /** As {@code --json FILE --journal FILE}: neither is made of an image that could be named. */
  @Test
  void oneFileForTwoResultsIsNamedOnce() {
    Outputs outputs = new Outputs(List.of());
    Path file = folder.resolve("figures.json");
    outputs.add(file, file);
    ButcherblockException refusal =
        assertThrows(
            ButcherblockException.class,
            () -> outputs.add(folder.resolve("./figures.json"), folder.resolve("./figures.json")));
    assertEquals(
        "Two outputs would be written to "
            + folder.resolve("./figures.json")
            + "; name another file for one of them.",
        refusal.getMessage());
  }
}
