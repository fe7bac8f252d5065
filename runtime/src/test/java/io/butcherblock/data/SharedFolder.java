package io.butcherblock.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of public test material next to the project; tests that need it skip without it. */
public final class SharedFolder {

  private static final Path SHARED = Path.of("../../shared");

  private SharedFolder() {}

  /** A part of the shared folder; skips the running test, saying so, where it is absent. */
  public static Path require(String part) {
    Path path = SHARED.resolve(part);
    assumeTrue(Files.exists(path), "skipped: there is no " + path);
    return path;
  }
}
