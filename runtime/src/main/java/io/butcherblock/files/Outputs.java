package io.butcherblock.files;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The rule for all that writes files: an output is none of the files that are read, and no two
 * outputs are one file. Files are the same if the file system says so, whatever they are called: by
 * a link, symbolic or hard, through a folder that is one, or in other letters where those make no
 * difference.
 */
public final class Outputs {

  private final Map<Object, Path> inputs = new HashMap<>();
  private final Map<Object, Path> outputs = new HashMap<>();
  private final SameNames names = new SameNames();

  /**
   * Begins with no output.
   *
   * @param inputs the files that are read; those that are missing do not count
   */
  public Outputs(Collection<Path> inputs) {
    inputs.forEach(input -> this.inputs.put(identity(input), input));
  }

  /**
   * Checks one output.
   *
   * @param output need not be there yet
   * @param inputs the files that are read for it
   * @throws ButcherblockException if it is one of them
   */
  public static void check(Path output, Collection<Path> inputs) {
    new Outputs(inputs).add(output, output);
  }

  /**
   * Adds an output.
   *
   * @param output need not be there yet
   * @param source what it is made of, for the message; the output itself where that says nothing
   * @throws ButcherblockException if it is one of the inputs or of the outputs before
   */
  public void add(Path output, Path source) {
    if (FilePlace.isStream(output)) {
      return;
    }
    Object identity = identity(output);
    Path input = inputs.get(identity);
    if (input != null) {
      throw new ButcherblockException(
          input.equals(output)
              ? output + " would be written over, though it is read; name another output."
              : "%s would be written over, for %s is the same file; name another output."
                  .formatted(input, output));
    }
    Path other = outputs.putIfAbsent(identity, source);
    if (other == null) {
      other = names.add(output, source);
    }
    if (other != null && identity(other).equals(identity)) {
      throw new ButcherblockException(
          "Two outputs would be written to %s; name another file for one of them."
              .formatted(output));
    }
    if (other != null) {
      throw new ButcherblockException(
          "Two outputs would be written to %s, those of %s and %s; rename one, or work on them apart."
              .formatted(output, other, source));
    }
  }

  /** What two paths to the same file have in common. */
  private static Object identity(Path file) {
    try {
      if (Files.exists(file)) {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key != null ? key : file.toRealPath();
      }
      return FilePlace.real(file);
    } catch (IOException e) {
      // It will be told why when it is read or written.
      return file.toAbsolutePath().normalize();
    }
  }
}
