package io.butcherblock.patches;

import io.butcherblock.degrade.Degradation;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.names.Counted;

/**
 * Which patches a {@link PatchLoader} gives, and by what means.
 *
 * @param scale the scale of the pairs, at least 1
 * @param patch the side of a low-resolution patch, at least 1
 * @param batch the number of patches in a batch, at least 1
 * @param seed what the random choices follow from
 * @param first the number of the first batch: 0, or where a run is taken up again
 * @param share the part of each batch that is cut; {@link BatchShard#WHOLE} but where several
 *     processes divide it
 * @param workers the number of threads that decode and cut, at least 1
 * @param cacheBytes how much memory decoded images may take; one that is used longest ago goes
 *     first
 * @param degradation what low-resolution patches are put through, drawn for each of them
 */
public record PatchOptions(
    int scale,
    int patch,
    int batch,
    long seed,
    long first,
    BatchShard share,
    int workers,
    long cacheBytes,
    Degradation degradation) {

  public PatchOptions {
    require(scale, "scale");
    require(patch, "patch size");
    require(batch, "batch size");
    require(workers, "number of workers");
    if ((double) batch * 3 * patch * patch * scale * scale > Integer.MAX_VALUE) {
      throw new ButcherblockException(
          "%s of %s x %s %s more than a batch may hold; take fewer or smaller ones."
              .formatted(
                  Counted.of(batch, "patch", "patches"), patch, patch, batch == 1 ? "is" : "are"));
    }
    if (first < 0 || cacheBytes < 0) {
      throw new ButcherblockException("The first step and the cache size must not be negative.");
    }
    share.check(batch);
  }

  private static void require(int value, String what) {
    if (value < 1) {
      throw new ButcherblockException("The " + what + " must be at least 1, not " + value + ".");
    }
  }

  /**
   * The paper's patches: 16 of 48 x 48 a batch. One worker for each two processors, at most 8; half
   * of the memory that Java may use for decoded images.
   */
  public static PatchOptions of(int scale) {
    int workers = Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors() / 2));
    return new PatchOptions(
        scale,
        48,
        16,
        0,
        0,
        BatchShard.WHOLE,
        workers,
        Runtime.getRuntime().maxMemory() / 2,
        Degradation.CLEAN);
  }

  public PatchOptions withPatch(int size) {
    return new PatchOptions(
        scale, size, batch, seed, first, share, workers, cacheBytes, degradation);
  }

  public PatchOptions withBatch(int size) {
    return new PatchOptions(
        scale, patch, size, seed, first, share, workers, cacheBytes, degradation);
  }

  public PatchOptions withSeed(long other) {
    return new PatchOptions(
        scale, patch, batch, other, first, share, workers, cacheBytes, degradation);
  }

  /** These options from batch {@code step} on. */
  public PatchOptions startingAt(long step) {
    return new PatchOptions(
        scale, patch, batch, seed, step, share, workers, cacheBytes, degradation);
  }

  public PatchOptions withShare(BatchShard part) {
    return new PatchOptions(
        scale, patch, batch, seed, first, part, workers, cacheBytes, degradation);
  }

  public PatchOptions withWorkers(int count) {
    return new PatchOptions(
        scale, patch, batch, seed, first, share, count, cacheBytes, degradation);
  }

  public PatchOptions withCacheBytes(long bytes) {
    return new PatchOptions(scale, patch, batch, seed, first, share, workers, bytes, degradation);
  }

  public PatchOptions withDegradation(Degradation other) {
    return new PatchOptions(scale, patch, batch, seed, first, share, workers, cacheBytes, other);
  }
}
