package io.butcherblock.files;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Tells in one sentence what an operation on a file failed of. */
public final class FileFailure {

  private FileFailure() {}

  /**
   * The failure as a sentence, such as {@code Cannot read run.json: permission denied.}
   *
   * @param action what was tried, as {@code read} or {@code write}
   * @param file the file or folder, or what else the action was tried on
   * @param cause why it failed; becomes the cause of the exception
   * @return the exception, for the caller to throw
   */
  public static ButcherblockException cannot(String action, Object file, IOException cause) {
    return new ButcherblockException(
        "Cannot " + action + " " + file + ": " + reason(cause) + ".", cause);
  }

  /** Says in a few words why a file operation failed. */
  static String reason(IOException failure) {
    IOException e = failure;
    // Image writers wrap what the disk said.
    while (e.getCause() instanceof IOException inner) {
      e = inner;
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    if (e instanceof FileAlreadyExistsException existing) {
      return existing.getFile()
          + (leadsNowhere(existing.getFile())
              ? " is a symbolic link that leads nowhere; make the folder that it leads to"
              : " is a file, not a folder");
    }
    if (e instanceof FileSystemLoopException) {
      return "its symbolic links lead in a circle";
    }
    if (e instanceof DirectoryNotEmptyException full) {
      return full.getFile() + " is a folder, and not empty";
    }
    if (e instanceof ClosedByInterruptException) {
      return "the thread was interrupted";
    }
    if (e instanceof FileSystemException fileSystem && fileSystem.getReason() != null) {
      return fileSystem.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** Whether a name is taken by a link to what is not there. */
  private static boolean leadsNowhere(String file) {
    Path path = Path.of(file);
    return Files.isSymbolicLink(path) && !Files.exists(path);
  }
}
