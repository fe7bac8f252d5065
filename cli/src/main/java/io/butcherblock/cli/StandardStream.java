package io.butcherblock.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** Standard output, which remembers why it could not be written; writers of Java's do not tell. */
final class StandardStream extends FilterOutputStream {

  private Optional<IOException> failure = Optional.empty();

  StandardStream(OutputStream out) {
    super(out);
  }

  /** That of the process. */
  static StandardStream output() {
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
  Optional<IOException> failure() {
    return failure;
  }

  /** Whether the reader has gone, as {@code head} does when it has seen enough. */
  static boolean isClosedPipe(IOException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("broken pipe") || message.contains("pipe is being closed");
  }
}
