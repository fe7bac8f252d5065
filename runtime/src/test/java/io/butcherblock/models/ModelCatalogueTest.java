package io.butcherblock.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.ContentDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCatalogueTest {

  private static final byte[] WEIGHTS = {1, 2, 3};

  @TempDir private Path folder;

  @Test
  void weightsOfAFolderAndOfAnArchiveAreFound() throws IOException {
    Path classes = classes("classes", "# a comment\n\nmine-x2  clean 2\n", "mine-x2");
    Path archive = folder.resolve("theirs v1.jar");
    try (FileSystem jar = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      write(jar.getPath("/"), "theirs-x4 photo 4", "theirs-x4");
    }
    ModelCatalogue found = with(() -> ModelCatalogue.onClassPath(), classes, archive);
    assertTrue(found.models().keySet().containsAll(Set.of("mine-x2", "theirs-x4")));
    Model theirs = found.model("theirs-x4");
    assertEquals(ImageKind.PHOTO, theirs.kind());
    assertEquals(4, theirs.scale());
    assertEquals("# theirs-x4", theirs.cardText());
    assertEquals(theirs.withFile(ContentDigest::of), theirs.digest());
    assertArrayEquals(
        new byte[] {(byte) WEIGHTS.length, WEIGHTS[0]},
        theirs.read((in, bytes) -> new byte[] {(byte) bytes, (byte) in.read()}));
    Path[] used = new Path[1];
    byte[] content =
        theirs.withFile(
            file -> {
              used[0] = file;
              return bytes(file);
            });
    assertArrayEquals(WEIGHTS, content);
    assertFalse(Files.exists(used[0]), "the temporary file is gone");
  }

  @Test
  void theTemporaryFileIsGoneAfterAFailureToo() throws IOException {
    Path classes = classes("classes", "mine-x2 clean 2", "mine-x2");
    Model mine = with(() -> ModelCatalogue.onClassPath(), classes).model("mine-x2");
    Path[] used = new Path[1];
    assertThrows(
        IllegalStateException.class,
        () ->
            mine.withFile(
                file -> {
                  used[0] = file;
                  throw new IllegalStateException();
                }));
    assertFalse(Files.exists(used[0]));
  }

  @Test
  void aWrongLineAndTheSameNameTwiceAreRefused() throws IOException {
    Path wrong = classes("wrong", "mine-x2 clear 2", "mine-x2");
    String message =
        assertThrows(
                ButcherblockException.class, () -> with(() -> ModelCatalogue.onClassPath(), wrong))
            .getMessage();
    assertTrue(message.contains("\"mine-x2 clear 2\""), message);
    Path noNumber = classes("short", "mine-x2 clean", "mine-x2");
    assertThrows(
        ButcherblockException.class, () -> with(() -> ModelCatalogue.onClassPath(), noNumber));
    Path one = classes("one", "mine-x2 clean 2", "mine-x2");
    Path two = classes("two", "mine-x2 photo 2", "mine-x2");
    String twice =
        assertThrows(
                ButcherblockException.class,
                () -> with(() -> ModelCatalogue.onClassPath(), one, two))
            .getMessage();
    assertEquals(
        "There are two weights mine-x2 on the class path; take one archive off it.", twice);
  }

  @Test
  void aNameThatIsNotThereTellsTheNearest() throws IOException {
    Path classes = classes("classes", "mine-x2 clean 2", "mine-x2");
    ModelCatalogue found = with(() -> ModelCatalogue.onClassPath(), classes);
    String message =
        assertThrows(ButcherblockException.class, () -> found.model("mine-x3")).getMessage();
    assertTrue(message.contains("mine-x2"), message);
    assertEquals(Set.of(2), found.of(ImageKind.CLEAN).keySet());
  }

  @Test
  void whereThereAreNoneTheMessageSaysWhatToAdd() {
    ModelCatalogue none = with(() -> ModelCatalogue.onClassPath(), folder);
    for (ImageKind kind : ImageKind.values()) {
      assertThrows(ButcherblockException.class, () -> none.of(kind));
    }
    assertTrue(
        assertThrows(ButcherblockException.class, () -> none.model("photo-x2"))
            .getMessage()
            .contains("add the artifact models"));
  }

  private Path classes(String name, String index, String model) throws IOException {
    Path root = Files.createDirectory(folder.resolve(name));
    write(root, index, model);
    return root;
  }

  private static void write(Path root, String index, String model) throws IOException {
    Path models = Files.createDirectories(root.resolve("META-INF/butcherblock/models"));
    Files.writeString(root.resolve(ModelCatalogue.INDEX), index);
    Files.write(models.resolve(model + ".safetensors"), WEIGHTS);
    Files.writeString(models.resolve(model + ".md"), "# " + model);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T with(Supplier<T> work, Path... classPath) {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    URL[] urls = new URL[classPath.length];
    try {
      for (int i = 0; i < urls.length; i++) {
        urls[i] = classPath[i].toUri().toURL();
      }
      try (URLClassLoader loader = new URLClassLoader(urls, null)) {
        Thread.currentThread().setContextClassLoader(loader);
        return work.get();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
