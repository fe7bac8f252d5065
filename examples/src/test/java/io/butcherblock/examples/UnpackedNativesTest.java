package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Native libraries are mapped by every process of this user: none may write them once more. */
@DisabledOnOs(OS.WINDOWS)
class UnpackedNativesTest {

  @Test
  void aSecondProcessLeavesThemAsTheyAre(@TempDir Path folder) throws Exception {
    assertEquals(List.of("32"), ChildJvm.run(folder, WinogradWork.class, Map.of()).out());
    Map<Path, String> first = files();
    assertFalse(first.isEmpty());
    ChildJvm.run(folder, WinogradWork.class, Map.of());
    assertEquals(first, files());
  }

  /** Which file each path is, and when it was last changed or made. */
  private static Map<Path, String> files() throws IOException {
    Map<Path, String> files = new TreeMap<>();
    for (String bindings : List.of("pytorch", "openblas", "dnnl", "opencl")) {
      try (Stream<Path> archives = Files.list(Loader.getCacheDir().toPath())) {
        for (Path archive :
            archives.filter(p -> p.getFileName().toString().startsWith(bindings)).toList()) {
          try (Stream<Path> all = Files.walk(archive)) {
            for (Path path : all.toList()) {
              files.put(
                  path,
                  Files.readAttributes(path, "unix:ino,ctime", LinkOption.NOFOLLOW_LINKS)
                      .toString());
            }
          }
        }
      }
    }
    return files;
  }
}
