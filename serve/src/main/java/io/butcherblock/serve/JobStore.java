package io.butcherblock.serve;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.TemporaryFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The images of a server and their files, which lie in a folder that only this user can read and
 * which is gone when the server is closed: readers of images read files.
 */
final class JobStore implements AutoCloseable {

  private static final int ID_BYTES = 8;

  private final ServerOptions options;
  private final Path folder;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Job> jobs = new LinkedHashMap<>();

  JobStore(ServerOptions options) {
    this.options = options;
    this.folder = TemporaryFiles.folder("butcherblock-serve-", "uploaded images");
  }

  /**
   * Takes an image in.
   *
   * @param content of the file, read to its end unless it is refused
   * @throws ButcherblockException if it is too large, or too many are there
   */
  Job add(JobRequest request, InputStream content) throws IOException {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    Job job = new Job(id, request, folder.resolve(id));
    synchronized (this) {
      if (jobs.size() >= options.mostJobs()) {
        throw new ButcherblockException(
            "There are %s images already; remove some, then add this one."
                .formatted(options.mostJobs()));
      }
      checkStored();
      Files.createDirectory(job.folder());
      // Its place is taken while it is uploaded.
      jobs.put(id, job);
    }
    try {
      copy(content, job.source());
      return job;
    } catch (IOException | RuntimeException e) {
      remove(job);
      throw e;
    }
  }

  private void copy(InputStream content, Path to) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = options.largestUpload();
    try (OutputStream out = Files.newOutputStream(to)) {
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        left -= n;
        if (left < 0) {
          throw new ButcherblockException(tooLarge());
        }
        out.write(buffer, 0, n);
      }
    }
  }

  String tooLarge() {
    return "The file is larger than %s MB, the most that is taken."
        .formatted(options.largestUpload() >> 20);
  }

  /**
   * Checks that there is room for more files.
   *
   * @throws ButcherblockException if there is not
   */
  void checkStored() {
    if (bytes(folder) > options.mostStored()) {
      throw new ButcherblockException(
          "The images that are kept take more than %s MB; remove some first."
              .formatted(options.mostStored() >> 20));
    }
  }

  synchronized Optional<Job> find(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  /** All, in the order in which they came. */
  synchronized List<Job> all() {
    return List.copyOf(jobs.values());
  }

  /** Forgets an image and deletes its files; what is being made of it is deleted when it is. */
  void remove(Job job) {
    synchronized (this) {
      jobs.remove(job.id());
    }
    job.remove();
    delete(job.folder());
  }

  private static long bytes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(JobStore::size).sum();
    } catch (IOException | UncheckedIOException e) {
      // Files come and go while they are counted.
      return 0;
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** Deletes a folder and what is in it, as far as that can be done. */
  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // Somebody writes there still, who deletes it then; or close() does.
      folder.toFile().deleteOnExit();
    }
  }

  @Override
  public void close() {
    all().forEach(this::remove);
    delete(folder);
  }
}
