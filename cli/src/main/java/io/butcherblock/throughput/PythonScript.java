package io.butcherblock.throughput;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The script {@code pytorch_beside.py}: it builds and times networks in plain PyTorch, and another
 * script in the same folder may import it.
 */
public final class PythonScript {

  static final String NAME = "pytorch_beside.py";

  private PythonScript() {}

  /** Writes it into a folder, over one that is there; gives its path. */
  public static Path copyTo(Path folder) throws IOException {
    Path script = folder.resolve(NAME);
    try (InputStream in = PythonScript.class.getResourceAsStream(NAME)) {
      Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
    }
    return script;
  }
}
