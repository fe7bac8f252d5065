package io.butcherblock.serve;

import io.butcherblock.InferenceOptions;
import io.butcherblock.error.ButcherblockException;

/**
 * How pages are served and networks are run.
 *
 * @param port to listen on, 0 to 65535; 0 for any that is free
 * @param largestUpload the largest image file that is taken, in bytes, at least 1
 * @param mostJobs how many images are kept at the same time, waiting, done or failed, at least 1
 * @param mostStored how many bytes of image files are kept at the same time, at least 1: uploads,
 *     results, images to compare them with, and those saved in other formats. An image is refused
 *     before work begins if its files would take more without any compression
 * @param inference where and how the networks are run
 */
public record ServerOptions(
    int port, long largestUpload, int mostJobs, long mostStored, InferenceOptions inference) {

  /** Any free port, files of up to 64 MiB, 100 images, 2 GiB of files. */
  public static final ServerOptions DEFAULT =
      new ServerOptions(0, 64L << 20, 100, 2L << 30, InferenceOptions.DEFAULT);

  public ServerOptions {
    if (port < 0 || port > 65535) {
      throw new ButcherblockException("A port is a number from 0 to 65535, not " + port + ".");
    }
    if (largestUpload < 1 || mostJobs < 1 || mostStored < 1) {
      throw new IllegalArgumentException("Limits are at least 1.");
    }
  }

  /** The same with another port. */
  public ServerOptions withPort(int newPort) {
    return new ServerOptions(newPort, largestUpload, mostJobs, mostStored, inference);
  }

  /** The same with another limit for one file, in bytes. */
  public ServerOptions withLargestUpload(long bytes) {
    return new ServerOptions(port, bytes, mostJobs, mostStored, inference);
  }

  /** The same with another number of images that are kept. */
  public ServerOptions withMostJobs(int number) {
    return new ServerOptions(port, largestUpload, number, mostStored, inference);
  }

  /** The same with another limit for all files together, in bytes. */
  public ServerOptions withMostStored(long bytes) {
    return new ServerOptions(port, largestUpload, mostJobs, bytes, inference);
  }

  /** The same with networks run in another way. */
  public ServerOptions withInference(InferenceOptions options) {
    return new ServerOptions(port, largestUpload, mostJobs, mostStored, options);
  }
}
