package io.butcherblock.nn;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

  @TempDir private Path folder;

  /** Such as after a class was renamed and only a part compiled again. */
  @Test
  void aDeclarationThatCannotBeLoadedIsTold() throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(OdeScheme.class.getName()), "no.such.Scheme");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      ButcherblockException told =
          assertThrows(ButcherblockException.class, Catalogue::onClassPath);
      assertTrue(told.getMessage().contains("no.such.Scheme"), told.getMessage());
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
