package io.butcherblock.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FolderNamesTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getRoot();

  private static List<String> distinct(String... folders) {
    return FolderNames.distinct(Stream.of(folders).map(ROOT::resolve).toList()).stream()
        .map(name -> name.replace('\\', '/'))
        .toList();
  }

  @Test
  void foldersOfOneNameAreToldByAsMuchOfTheirPathsAsDiffers() {
    assertEquals(List.of("Set5", "Set14"), distinct("x/Set5", "x/Set14"));
    assertEquals(List.of("a/Set5", "b/Set5", "Set14"), distinct("a/Set5", "b/Set5", "a/Set14"));
    assertEquals(
        List.of("x/a/Set5", "y/a/Set5", "b/Set5"), distinct("x/a/Set5", "y/a/Set5", "x/b/Set5"));
    assertEquals(List.of("a/Set5", (ROOT + "Set5").replace('\\', '/')), distinct("a/Set5", "Set5"));
  }

  @Test
  void oneFolderHasOneName() {
    assertEquals(List.of("Set5", "Set5"), distinct("a/Set5", "a/../a/./Set5"));
  }

  @Test
  void aDriveIsNamedByItsPath() {
    assertEquals(ROOT.toString(), FolderNames.of(ROOT));
    assertEquals("Set5", FolderNames.of(Path.of("data", "Set5")));
  }
}
