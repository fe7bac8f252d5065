package io.butcherblock.files;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts, bytes and files one after the other, each with its length before it. */
public final class ContentDigest {

  private static final int BUFFER = 1 << 16;

  private final MessageDigest digest;

  public ContentDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** The digest of a file alone. */
  public static String of(Path file) {
    return new ContentDigest().add(file).hex();
  }

  /**
   * SHA-256 of a file's bytes and nothing else, as {@code sha256sum} prints it.
   *
   * @throws ButcherblockException if it cannot be read
   */
  public static String ofBytes(Path file) {
    ContentDigest bytes = new ContentDigest();
    bytes.update(file);
    return bytes.hex();
  }

  /** Adds a text. */
  public ContentDigest add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds bytes. */
  public ContentDigest add(byte[] bytes) {
    length(bytes.length);
    digest.update(bytes);
    return this;
  }

  /**
   * Adds the content of a file.
   *
   * @throws ButcherblockException if it cannot be read
   */
  public ContentDigest add(Path file) {
    try {
      RegularFile.check(file);
      length(Files.size(file));
    } catch (IOException e) {
      throw FileFailure.cannot("read", file, e);
    }
    update(file);
    return this;
  }

  private void update(Path file) {
    try (InputStream in = RegularFile.stream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    } catch (IOException e) {
      throw FileFailure.cannot("read", file, e);
    }
  }

  private void length(long bytes) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes).flip());
  }

  /** 64 hexadecimal digits; nothing can be added afterwards. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
