package io.butcherblock.models;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.ContentDigest;
import io.butcherblock.files.TemporaryFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Trained weights on the class path.
 *
 * @param name such as {@code photo-x2}
 * @param kind which images they are for
 * @param scale the enlargement: 2, 3 or 4
 * @param weights where the safetensors file is
 * @param card where the page is that says how they were trained, what they reach and what they are
 *     not for
 */
public record Model(String name, ImageKind kind, int scale, URL weights, URL card) {

  /**
   * The model card: a page in Markdown.
   *
   * @throws ButcherblockException if it cannot be read
   */
  public String cardText() {
    return new String(bytes(card), StandardCharsets.UTF_8);
  }

  /**
   * A SHA-256 digest of the weights, that of their file.
   *
   * @throws ButcherblockException if they cannot be read
   */
  public String digest() {
    return new ContentDigest().add(bytes(weights)).hex();
  }

  /**
   * Does something with the weights as a file, for all that reads weights reads files: a temporary
   * one, which is gone afterwards.
   *
   * @param work is given the file
   * @return what {@code work} returns
   * @throws ButcherblockException if the weights cannot be read or the file not be written
   */
  public <T> T withFile(Function<Path, T> work) {
    byte[] content = bytes(weights);
    String what = "the trained weights " + name;
    Path file = TemporaryFiles.file(name + "-", ".safetensors", what);
    try {
      Files.write(file, content);
      return work.apply(file);
    } catch (IOException e) {
      throw TemporaryFiles.cannotWrite(what, e);
    } finally {
      delete(file);
    }
  }

  /** Reads something from the weights, of which not all need be read. */
  public interface Reading<T> {
    /**
     * Reads.
     *
     * @param in at the first byte of a safetensors file; closed by the caller
     * @param bytes how many bytes the file has
     */
    T read(InputStream in, long bytes) throws IOException;
  }

  /**
   * Reads something from the weights, such as what they say of their network.
   *
   * @param reading reads as much as it wants
   * @return what {@code reading} returns
   * @throws ButcherblockException if the weights cannot be read
   */
  public <T> T read(Reading<T> reading) {
    return read(weights, reading);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Nobody's harm; the system clears its folder of temporary files.
      file.toFile().deleteOnExit();
    }
  }

  private byte[] bytes(URL url) {
    return read(url, (in, bytes) -> in.readAllBytes());
  }

  private <T> T read(URL url, Reading<T> reading) {
    try {
      URLConnection connection = url.openConnection();
      // A cached archive would stay open.
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream()) {
        return reading.read(in, connection.getContentLengthLong());
      }
    } catch (IOException e) {
      throw new ButcherblockException(
          "The weights %s cannot be read from the class path (%s: %s); install the library again."
              .formatted(name, url, e.getMessage()),
          e);
    }
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
