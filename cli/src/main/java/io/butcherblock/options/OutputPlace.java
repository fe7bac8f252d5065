package io.butcherblock.options;

import io.butcherblock.console.StandardStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/**
 * Where images go that a command makes.
 *
 * @param path a file or a folder; need not be there
 * @param endsAsFolder whether it was written with a slash at its end, which a path does not keep
 */
public record OutputPlace(Path path, boolean endsAsFolder) {

  /** Whether a single image goes into it, too. */
  public boolean isFolder() {
    return endsAsFolder || Files.isDirectory(path);
  }

  /** Whether a name is written as that of a folder. */
  static boolean endsAsFolder(String name) {
    return name.endsWith("/") || name.endsWith(File.separator);
  }

  /** Reads one. */
  public static final class Converter implements ITypeConverter<OutputPlace> {
    @Override
    public OutputPlace convert(String value) {
      boolean folder = OutputPlace.endsAsFolder(value);
      Path path = Path.of(value);
      // A folder of that name is not standard output.
      boolean isNoStream = folder && path.equals(StandardStream.NAME);
      return new OutputPlace(isNoStream ? Path.of(".").resolve(path) : path, folder);
    }
  }
}
