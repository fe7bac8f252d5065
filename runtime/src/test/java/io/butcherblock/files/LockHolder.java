package io.butcherblock.files;

import java.io.IOException;
import java.nio.file.Path;

/** Another process that holds the lock of a folder, until it is ended. */
final class LockHolder {

  private LockHolder() {}

  /** Starts it, and waits until it holds the lock. */
  static Process start(Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.getInputStream().read() != 'l') {
      throw new IOException("The other process holds no lock.");
    }
    return process;
  }

  public static void main(String[] args) throws Exception {
    try (FolderLock lock = FolderLock.take(Path.of(args[0]), "run")) {
      System.out.print(lock.isExclusive() ? 'l' : '-');
      System.out.flush();
      Thread.sleep(60_000);
    }
  }
}
