package io.butcherblock.image;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.FileNames;
import io.butcherblock.files.RegularFile;
import io.butcherblock.formats.FileCompleteness;
import io.butcherblock.formats.UnknownFormatException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reading of one image file, every failure told as a {@link ButcherblockException}. */
final class ImageReading {

  private ImageReading() {}

  /** What is asked of an opened file. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(OpenImage image) throws IOException;
  }

  static Image read(Path file) {
    return open(
        file,
        image -> {
          FileCompleteness.check(file);
          ImageSize size = image.stored();
          PixelLimit.check(file, size);
          PixelLimit.check(file, image.coded());
          image.checkData();
          checkMemory(file, size, image.bytesPerPixel());
          return MetadataReading.read(file).toUpright().apply(image.decode());
        });
  }

  static ImageSize size(Path file) {
    return open(
        file,
        image -> {
          ImageSize stored = image.stored();
          return MetadataReading.read(file).toUpright().transposes() ? stored.transposed() : stored;
        });
  }

  private static <T> T open(Path file, Question<T> question) {
    checkIsFile(file);
    refuseInterrupted(file, null);
    try (RandomAccessFile in = RegularFile.open(file);
        OpenImage image = OpenImage.of(file, in)) {
      return question.ask(image);
    } catch (UnknownFormatException e) {
      refuseInterrupted(file, null);
      throw new ButcherblockException(
          "Cannot read "
              + file
              + ": it is not an image of a known format (PNG, JPEG, BMP, TIFF, WebP, GIF).");
    } catch (ButcherblockException e) {
      throw e;
    } catch (UnsupportedOperationException e) {
      throw new ButcherblockException(
          "Cannot read " + file + ": " + reason(e) + "; convert it to PNG.", e);
    } catch (OutOfMemoryError e) {
      // There is enough for it, but not beside what else the program has.
      throw new ButcherblockException(
          "Cannot read %s: Java's memory does not suffice now (%s; at most %s MB); work on fewer images at the same time or allow more memory (-Xmx)."
              .formatted(file, e.getMessage(), Runtime.getRuntime().maxMemory() >> 20),
          e);
    } catch (LinkageError e) {
      throw new ButcherblockException(
          "Cannot read "
              + file
              + ": the library that decodes it cannot be loaded; convert it to PNG.",
          e);
    } catch (IOException e) {
      refuseInterrupted(file, e);
      throw damaged(file, " (" + reason(e) + ")", e);
    } catch (RuntimeException e) {
      // Readers answer damaged files with every kind of unchecked exception, too.
      refuseInterrupted(file, e);
      throw damaged(file, "", e);
    }
  }

  /** An interrupt closes the file under its reader, which then takes it for a damaged one. */
  private static void refuseInterrupted(Path file, Exception cause) {
    if (Thread.currentThread().isInterrupted()) {
      throw new ButcherblockException(
          "Cannot read " + file + ": the thread was interrupted.", cause);
    }
  }

  private static void checkIsFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new ButcherblockException("Cannot read " + file + ": it is a folder, not an image.");
    }
    if (!Files.exists(file)) {
      throw new ButcherblockException("Cannot read " + file + ": there is no such file.");
    }
    FileNames.check(file);
    if (!Files.isReadable(file)) {
      throw new ButcherblockException("Cannot read " + file + ": permission denied.");
    }
    try {
      RegularFile.check(file);
      if (Files.size(file) == 0) {
        throw new ButcherblockException("Cannot read " + file + ": the file is empty.");
      }
    } catch (IOException e) {
      throw FileFailure.cannot("read", file, e);
    }
  }

  /** Refuses what there is no memory for before it is asked for. */
  private static void checkMemory(Path file, ImageSize size, long bytesPerPixel) {
    long pixels = (long) size.width() * size.height();
    long memory = Runtime.getRuntime().maxMemory();
    if (pixels * bytesPerPixel > memory) {
      throw new ButcherblockException(
          "Cannot read %s: its %s pixels need %s MB, more than this Java may use (%s MB); cut the image or allow more memory (-Xmx)."
              .formatted(file, size, (pixels * bytesPerPixel) >> 20, memory >> 20));
    }
  }

  private static ButcherblockException damaged(Path file, String reason, Exception cause) {
    return new ButcherblockException(
        "Cannot read " + file + ": the image is damaged or incomplete" + reason + ".", cause);
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? "the file ends too early or holds what its format does not allow"
        : message.lines().findFirst().orElse("").strip();
  }
}
