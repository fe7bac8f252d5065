package io.butcherblock.serve;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.StreamedFiles;
import io.butcherblock.files.TemporaryFiles;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
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

  private static final String FILES = "uploaded images";

  private final ServerOptions options;
  private final Path folder;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private long reserved;

  JobStore(ServerOptions options) {
    this.options = options;
    this.folder = TemporaryFiles.folder("butcherblock-serve-", FILES);
  }

  /**
   * Takes an image in.
   *
   * @param content of the file, read to its end unless it is refused
   * @param length the most bytes that it may have
   * @throws ButcherblockException if it is longer, too many are there, or it cannot be written
   * @throws IOException if the content cannot be read
   */
  Job add(JobRequest request, InputStream content, long length) throws IOException {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    Job job = new Job(id, request, folder.resolve(id));
    try (Room room = room(length)) {
      takePlace(job);
      fill(job, content, length);
    }
    return job;
  }

  /** Before it is uploaded: others are uploaded at the same time. */
  private synchronized void takePlace(Job job) {
    if (jobs.size() >= options.mostJobs()) {
      throw new RefusedException(
          RefusedException.NO_ROOM,
          "There are %s images already; remove some, then add this one."
              .formatted(options.mostJobs()));
    }
    try {
      Files.createDirectory(job.folder());
    } catch (IOException e) {
      throw TemporaryFiles.cannotWrite(FILES, e);
    }
    jobs.put(job.id(), job);
  }

  private void fill(Job job, InputStream content, long length) throws IOException {
    try {
      copy(content, job.source(), length);
    } catch (IOException | RuntimeException e) {
      remove(job);
      throw e;
    }
  }

  private void copy(InputStream content, Path to, long length) throws IOException {
    StreamedFiles.receive(content, to, FILES, length, this::tooLarge);
    if (Files.size(to) == 0) {
      throw empty();
    }
  }

  RefusedException tooLarge() {
    return new RefusedException(
        RefusedException.TOO_LARGE,
        "The file is larger than %s MB, the most that is taken."
            .formatted(options.largestUpload() >> 20));
  }

  static RefusedException empty() {
    return new RefusedException(RefusedException.BAD_REQUEST, "The file is empty.");
  }

  /** Bytes for files that are about to be written, which nobody else gets meanwhile. */
  interface Room extends AutoCloseable {

    /** Gives back what the files, which are there now, did not take. */
    @Override
    void close();
  }

  /**
   * Keeps room for more files. What is being written counts twice, as kept room and as a file.
   *
   * @param bytes the most that the files can take
   * @throws ButcherblockException if there is not so much
   */
  synchronized Room room(long bytes) {
    if (bytes > options.mostStored()) {
      throw new RefusedException(
          RefusedException.NO_ROOM,
          "This one alone could take more than the %s MB that are kept; a smaller size takes less."
              .formatted(options.mostStored() >> 20));
    }
    if (stored() + reserved + bytes > options.mostStored()) {
      throw new RefusedException(
          RefusedException.NO_ROOM,
          "With this one, the images that are kept could take more than %s MB; remove some first."
              .formatted(options.mostStored() >> 20));
    }
    reserved += bytes;
    return () -> giveBack(bytes);
  }

  private synchronized void giveBack(long bytes) {
    reserved -= bytes;
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

  /** Without those that are deleted while they are counted. */
  private long stored() {
    return files(folder.toFile()).flatMap(JobStore::files).mapToLong(File::length).sum();
  }

  private static Stream<File> files(File folder) {
    File[] files = folder.listFiles();
    return files == null ? Stream.empty() : Stream.of(files);
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
