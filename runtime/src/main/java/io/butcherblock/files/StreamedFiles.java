package io.butcherblock.files;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * What comes from a stream or goes to one, as files while it is worked on, since they are read and
 * written in several passes. They lie in a folder of their own, which only this user can read, and
 * are deleted when this is closed, or else when the process ends.
 */
public final class StreamedFiles implements AutoCloseable {

  /** Those that are not closed yet. (Files to be deleted at exit would be remembered for good.) */
  private static final Set<StreamedFiles> OPEN = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> OPEN.forEach(StreamedFiles::delete), "butcherblock-streamed-files-end"));
  }

  private final Path folder;
  private final List<Path> files = new CopyOnWriteArrayList<>();

  /**
   * Makes the folder.
   *
   * @param what is written there, as {@code an image}
   * @throws ButcherblockException if it cannot be made
   */
  public StreamedFiles(String what) {
    folder = TemporaryFiles.folder("butcherblock", what);
    OPEN.add(this);
  }

  /** A file of that name in the folder; it need not be there. */
  public Path file(String name) {
    Path file = folder.resolve(name);
    files.add(file);
    return file;
  }

  /**
   * Reads a stream to its end into a file.
   *
   * @param in stays the caller's
   * @param file one of those for which there is a folder for temporary files; is made, or written
   *     over
   * @param what it is, as {@code an image}
   * @param most bytes that it may have
   * @param tooMany what to throw of one that has more
   * @throws ButcherblockException that, or if the file cannot be written, with the cause
   * @throws IOException if the stream cannot be read
   */
  public static void receive(
      InputStream in,
      Path file,
      String what,
      long most,
      Supplier<? extends ButcherblockException> tooMany)
      throws IOException {
    try (OutputStream out = open(file, what)) {
      byte[] part = new byte[1 << 16];
      long all = 0;
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        all += read;
        if (all > most) {
          throw tooMany.get();
        }
        write(out, part, read, what);
      }
    }
  }

  private static OutputStream open(Path file, String what) {
    try {
      return Files.newOutputStream(file);
    } catch (IOException e) {
      throw TemporaryFiles.cannotWrite(what, e);
    }
  }

  /** The disk may be full, which is no failure of the stream that is read. */
  private static void write(OutputStream out, byte[] part, int length, String what) {
    try {
      out.write(part, 0, length);
    } catch (IOException e) {
      throw TemporaryFiles.cannotWrite(what, e);
    }
  }

  /** A text, such as a message, in which the files have their names alone. */
  public String withoutFolder(String text) {
    return text.replace(folder + folder.getFileSystem().getSeparator(), "");
  }

  @Override
  public void close() {
    delete();
    OPEN.remove(this);
  }

  /** How many are not closed. */
  static int open() {
    return OPEN.size();
  }

  private void delete() {
    try {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // They stay where the system keeps temporary files.
    }
  }
}
