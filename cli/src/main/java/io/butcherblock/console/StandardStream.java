package io.butcherblock.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Standard output, which remembers why it could not be written; writers of Java's do not tell. */
public final class StandardStream extends FilterOutputStream {

  /** What stands for standard output, and for standard input, in the place of a file. */
  public static final Path NAME = Path.of("-");

  /** The exit code that shells report of a program that SIGPIPE ended. */
  public static final int CLOSED_PIPE = 128 + 13;

  private Optional<IOException> failure = Optional.empty();

  StandardStream(OutputStream out) {
    super(out);
  }

  /** That of the process. */
  public static StandardStream output() {
    return new StandardStream(new FileOutputStream(FileDescriptor.out));
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      failure = failure.or(() -> Optional.of(e));
      throw e;
    }
  }

  /** Why not all was written; empty if it was. */
  public Optional<IOException> failure() {
    return failure;
  }

  /** Whether the reader has gone, as {@code head} does when it has seen enough. */
  public static boolean isClosedPipe(IOException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("broken pipe") || message.contains("pipe is being closed");
  }
}
