package io.butcherblock.hostile;

import java.util.Optional;

/**
 * A file made to do harm, or to look as if it held what it does not.
 *
 * @param name of the file, with its extension
 * @param bytes its content
 * @param refusal part of the sentence that refuses it; empty if it is read
 * @param memory bytes that Java may allocate for it
 */
// An array in a record: files are written once and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record HostileFile(String name, byte[] bytes, Optional<String> refusal, long memory) {

  /** Buffers, classes that are loaded, and an exception. */
  private static final long SOME = 16 << 20;

  /** A color profile of the longest length that is read, and copies of it. */
  private static final long PROFILE = 96 << 20;

  /** The same, for which that much may be allocated. */
  HostileFile within(long bytes) {
    return new HostileFile(name, this.bytes, refusal, bytes);
  }

  static HostileFile refused(String name, byte[] bytes, String refusal) {
    return new HostileFile(name, bytes, Optional.of(refusal), SOME + 4L * bytes.length);
  }

  static HostileFile read(String name, byte[] bytes) {
    return new HostileFile(name, bytes, Optional.empty(), PROFILE + 4L * bytes.length);
  }

  @Override
  public String toString() {
    return name;
  }
}
