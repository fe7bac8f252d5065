package io.butcherblock.options;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.Outputs;
import io.butcherblock.files.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import picocli.CommandLine.Option;

/**
 * The rule for every file that a command writes, checked before it works: it is none of those that
 * are read, no other output goes to it, and it replaces nothing but an earlier result of the same
 * kind, unless {@code --overwrite} is given.
 */
public final class OutputFiles {

  @Option(
      names = "--overwrite",
      description =
          "Replace a file that is there already, whatever it is; without it only an earlier result"
              + " is replaced. Files that are read are never written over.")
  private boolean overwrite;

  /**
   * Checks a file that is to be written.
   *
   * @param inputs the files that the command reads
   * @throws ButcherblockException if it may not or cannot be
   */
  public void check(Path output, OutputKind kind, Collection<Path> inputs) {
    Outputs.check(output, inputs);
    check(output, kind);
  }

  /** The same of a file that was compared with the inputs already. */
  public void check(Path output, OutputKind kind) {
    WholeFile.checkPlace(output);
    checkEarlier(output, kind);
  }

  /** The same of a file in a folder that is known to be writable. */
  public void checkInFolder(Path output, OutputKind kind) {
    WholeFile.checkName(output);
    checkEarlier(output, kind);
  }

  private void checkEarlier(Path output, OutputKind kind) {
    if (!overwrite && Files.isRegularFile(output) && !kind.isOf(output)) {
      throw new ButcherblockException(
          "%s is there already, and is not known to be an earlier result of %s; name another output, or add --overwrite to replace it."
              .formatted(output, Suggestion.PROGRAM));
    }
  }
}
