package io.butcherblock.commands;

import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that a command writes several files into, which it does not make anew where someone
 * removes or moves it meanwhile: what is written later would be in another place than the rest.
 */
final class OutputFolder {

  private final Path folder;
  private boolean seen;

  private OutputFolder(Path folder) {
    this.folder = folder;
    look();
  }

  /** The folder of files that are to be written, all into one; it need not be there yet. */
  static OutputFolder of(ImageJobs images) {
    Path file = images.jobs().isEmpty() ? Path.of("") : images.jobs().get(0).to();
    return new OutputFolder(file.toAbsolutePath().getParent());
  }

  /**
   * Makes it in rank 0, and waits for that in the others: a process that writes its first file
   * later than the rest could not tell that the folder was there.
   *
   * @throws ButcherblockException if it cannot be made
   */
  void makeFor(ProcessGroup group) {
    if (group.isRankZero()) {
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw FileFailure.cannot("write", folder, e);
      }
    }
    group.broadcastText("made");
    seen = true;
  }

  /** Remembers that it is there, if it is; after each file that was written. */
  void look() {
    seen |= Files.isDirectory(folder);
  }

  /**
   * Called before a file is written.
   *
   * @throws ButcherblockException if it was there and is no longer
   */
  void check() {
    if (seen && !Files.isDirectory(folder)) {
      throw new ButcherblockException(
          "%s is no longer there: the folder was removed or moved while images were written to it. Those that were written are where it is now."
              .formatted(folder));
    }
  }
}
