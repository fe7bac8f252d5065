package io.butcherblock.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server that has the library in a class loader of its own, as an archive of Spring Boot or a web
 * application does, uses it in threads whose context class loader knows nothing of it: those of
 * {@code ForkJoinPool} have the one that Java started with.
 */
class OtherClassLoaderTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"platform", "none"})
  void everythingIsFoundWhateverTheContextClassLoader(String context) throws Exception {
    // All that the loader of the program itself knows.
    String file = LibraryInALoader.class.getName().replace('.', '/') + ".class";
    Path own = folder.resolve("own");
    Files.createDirectories(own.resolve(file).getParent());
    Files.copy(
        Path.of(LibraryInALoader.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve(file),
        own.resolve(file));
    List<String> said =
        ChildProgram.run(
            folder,
            List.of("-cp", own.toString()),
            LibraryInALoader.class,
            context,
            folder.toString(),
            System.getProperty("java.class.path"));
    assertEquals("18 x 14", said.get(said.size() - 1), said.toString());
  }
}
