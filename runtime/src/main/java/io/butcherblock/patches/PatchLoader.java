package io.butcherblock.patches;

import io.butcherblock.data.Batch;
import io.butcherblock.data.ImagePair;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.ImageSize;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Gives batch after batch of training patches, decoded and cut by threads of its own while the
 * caller trains.
 *
 * <p>Batch k depends on the pairs, the options' sizes, the seed and k alone: not on the number of
 * workers, on the cache, or on which batch came first. A run that is taken up again at any step
 * sees the same batches, bit for bit.
 *
 * <p>For one caller's thread; close it to end the workers.
 */
public final class PatchLoader implements AutoCloseable {

  private final ExecutorService workers;
  private final PatchSampler sampler;
  private final Deque<Future<Batch>> ahead = new ArrayDeque<>();
  private long following;
  private long waited;

  /**
   * Looks at the size of every image and starts the workers.
   *
   * @param pairs pairs of the options' scale
   * @throws ButcherblockException if there are none, or an image is smaller than a patch
   */
  public PatchLoader(List<ImagePair> pairs, PatchOptions options) {
    checkSizes(pairs, options.patch());
    sampler = new PatchSampler(new PairCache(pairs, options.cacheBytes()), options);
    following = options.first();
    workers = Executors.newFixedThreadPool(options.workers(), PatchLoader::daemon);
    // Each worker has one batch at hand and one waiting.
    for (int i = 0; i < 2 * options.workers(); i++) {
      order();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "patches");
    thread.setDaemon(true);
    return thread;
  }

  private void order() {
    long number = following++;
    ahead.add(workers.submit(() -> sampler.batch(number)));
  }

  /**
   * The next batch, which becomes the caller's own.
   *
   * @throws ButcherblockException if an image of it cannot be read
   */
  public Batch next() {
    if (workers.isShutdown()) {
      throw new IllegalStateException("The loader is closed.");
    }
    long before = System.nanoTime();
    try {
      Batch batch = ahead.element().get();
      ahead.remove();
      order();
      return batch;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ButcherblockException error) {
        throw error;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("A batch could not be made.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Waiting for a batch was interrupted.", e);
    } finally {
      waited += System.nanoTime() - before;
    }
  }

  /** How long all calls of {@link #next} together have waited for data, in seconds. */
  public double secondsWaited() {
    return waited / 1e9;
  }

  /**
   * Ends the workers, at the latest when the image at hand is decoded. Further calls do nothing.
   */
  @Override
  public void close() {
    workers.shutdownNow();
    ahead.clear();
  }

  /**
   * Checks that every image holds a patch.
   *
   * @param patch the side of a low-resolution patch
   * @throws ButcherblockException if there are none, or an image is smaller than a patch
   */
  public static void checkSizes(List<ImagePair> pairs, int patch) {
    if (pairs.isEmpty()) {
      throw new ButcherblockException(
          "There are no images to cut patches from; name a folder that has some.");
    }
    int smallest = Integer.MAX_VALUE;
    ImagePair culprit = pairs.get(0);
    for (ImagePair pair : pairs) {
      int side = side(pair);
      if (side < smallest) {
        smallest = side;
        culprit = pair;
      }
    }
    if (smallest < patch) {
      throw new ButcherblockException(
          "The image %s is too small for patches of %s x %s: its low-resolution image is %s, so the largest patch that fits all images is %s; choose that or leave the image out."
              .formatted(culprit.name(), patch, patch, culprit.lrSize(), smallest));
    }
  }

  /** The shorter side of the low-resolution image. */
  static int side(ImagePair pair) {
    ImageSize size = pair.lrSize();
    return Math.min(size.width(), size.height());
  }
}
