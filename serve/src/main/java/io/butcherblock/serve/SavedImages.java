package io.butcherblock.serve;

import com.sun.net.httpserver.HttpExchange;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.ImageSize;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Gives enlarged images out. */
final class SavedImages {

  private static final Map<String, String> TYPES =
      Map.of("png", "image/png", "jpg", "image/jpeg", "webp", "image/webp", "tif", "image/tiff");

  private final JobStore store;

  SavedImages(JobStore store) {
    this.store = store;
  }

  /**
   * Answers with one file of an image.
   *
   * @param file {@code result.png}, {@code bicubic.png} or {@code save.FORMAT}
   */
  void one(HttpExchange exchange, Job job, String file) throws IOException {
    if (job.state() instanceof JobState.Failed) {
      Reply.failure(exchange, 409, job.request().name() + " could not be enlarged.");
    } else if (!job.isDone()) {
      Reply.failure(exchange, 409, job.request().name() + " is not enlarged yet.");
    } else if (file.equals("result.png")) {
      checkIsThere(job, job.result());
      Reply.file(exchange, "image/png", job.result());
    } else if (file.equals("bicubic.png")) {
      checkIsThere(job, job.bicubic());
      Reply.file(exchange, "image/png", job.bicubic());
    } else if (file.startsWith("save.") && TYPES.containsKey(file.substring("save.".length()))) {
      String extension = file.substring("save.".length());
      Path converted = converted(job, extension);
      attach(exchange, fileName(job, extension));
      Reply.file(exchange, TYPES.get(extension), converted);
    } else {
      Reply.failure(exchange, 404, "An image has no such file.");
    }
  }

  /** Temporary files may be cleaned up by others. */
  private static void checkIsThere(Job job, Path file) {
    if (!Files.exists(file)) {
      throw new RefusedException(
          RefusedException.GONE,
          job.request().name()
              + " is no longer there: its files were deleted from the folder for temporary files;"
              + " remove it and add it again.");
    }
  }

  private static void attach(HttpExchange exchange, String name) {
    String coded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    exchange
        .getResponseHeaders()
        .set("Content-Disposition", "attachment; filename*=UTF-8''" + coded);
  }

  private static String fileName(Job job, String extension) {
    return job.request().baseName() + "-large." + extension;
  }

  /** The enlarged image in a format; one at a time, for it is decoded as a whole. */
  private synchronized Path converted(Job job, String extension) {
    checkIsThere(job, job.result());
    if (extension.equals("png")) {
      return job.result();
    }
    Path file = job.saved(extension);
    if (!Files.exists(file)) {
      checkIsThere(job, job.source());
      try {
        convert(job, file);
      } catch (ButcherblockException e) {
        String sentence = e.getMessage().replace(file.toString(), fileName(job, extension));
        throw new ButcherblockException(JobWorker.withoutPaths(sentence, job), e);
      }
    }
    return file;
  }

  private void convert(Job job, Path file) {
    Image image = ImageFiles.read(job.result());
    long bytes = LargestFile.bytes(image, ImageSize.of(image), job.source());
    try (JobStore.Room room = store.room(bytes)) {
      ImageFiles.write(image, file, Optional.empty(), ImageFiles.metadata(job.result()));
    }
  }

  /** Answers with all enlarged images in one archive, as PNG. */
  void all(HttpExchange exchange) throws IOException {
    List<Job> done = store.all().stream().filter(Job::isDone).toList();
    if (done.isEmpty()) {
      Reply.failure(exchange, 409, "No image is enlarged yet.");
      return;
    }
    done.stream().filter(job -> !job.isRemoved()).forEach(job -> checkIsThere(job, job.result()));
    attach(exchange, "enlarged.zip");
    Set<String> names = new HashSet<>();
    ZipOutputStream zip = new ZipOutputStream(Reply.stream(exchange, "application/zip"));
    // PNG is compressed already.
    zip.setLevel(Deflater.NO_COMPRESSION);
    for (Job job : done) {
      try (InputStream image = Files.newInputStream(job.result())) {
        zip.putNextEntry(new ZipEntry(unused(job, names)));
        image.transferTo(zip);
      } catch (NoSuchFileException e) {
        if (!job.isRemoved()) {
          throw e;
        }
      }
    }
    // Not where it fails: an archive that ends early must not look whole.
    zip.close();
  }

  private static String unused(Job job, Set<String> names) {
    String name = fileName(job, "png");
    // Some systems take names for the same that differ in case alone.
    for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = job.request().baseName() + "-large-" + i + ".png";
    }
    return name;
  }
}
