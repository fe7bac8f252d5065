package io.butcherblock.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Brings what was renamed, made or deleted in a folder to the disk. */
public final class FolderSync {

  private FolderSync() {}

  /** Waits until the names in a folder are on disk, where the system can say so. */
  public static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folder as a file; there the file system keeps its own order.
    }
  }
}
