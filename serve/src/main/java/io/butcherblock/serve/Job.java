package io.butcherblock.serve;

import java.nio.file.Path;

/** One image that is to be enlarged, is, or was. */
final class Job {

  private final String id;
  private final JobRequest request;
  private final Path folder;
  private volatile JobState state = new JobState.Waiting();
  private volatile boolean removed;

  /**
   * A job that waits.
   *
   * @param id of letters and digits
   * @param folder for its files; nobody else's
   */
  Job(String id, JobRequest request, Path folder) {
    this.id = id;
    this.request = request;
    this.folder = folder;
  }

  String id() {
    return id;
  }

  JobRequest request() {
    return request;
  }

  /** The file as it was uploaded. */
  Path source() {
    return folder.resolve("source");
  }

  /** The enlarged image, as PNG. */
  Path result() {
    return folder.resolve("result.png");
  }

  /** The image enlarged by the bicubic kernel, as PNG, to compare with. */
  Path bicubic() {
    return folder.resolve("bicubic.png");
  }

  /** The enlarged image in another format. */
  Path saved(String extension) {
    return folder.resolve("saved." + extension);
  }

  Path folder() {
    return folder;
  }

  JobState state() {
    return state;
  }

  void become(JobState next) {
    state = next;
  }

  boolean isDone() {
    return state instanceof JobState.Done;
  }

  /** Nobody wants it any more. */
  void remove() {
    removed = true;
  }

  boolean isRemoved() {
    return removed;
  }
}
