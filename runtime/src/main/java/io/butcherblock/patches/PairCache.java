package io.butcherblock.patches;

import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.ImagePair;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.ImageSize;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pairs as RGB, decoded once and kept while they fit a number of bytes; the one that was used
 * longest ago goes first. Several threads may ask at once: one decodes, the others wait for it.
 */
final class PairCache {

  private final List<ImagePair> pairs;
  private final long limit;
  private final Map<Integer, CompletableFuture<DecodedPair>> kept =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true);
  private final Map<Integer, ImageSize> lrSizes = new ConcurrentHashMap<>();
  private long bytes;

  PairCache(List<ImagePair> pairs, long limit) {
    this.pairs = List.copyOf(pairs);
    this.limit = limit;
  }

  int size() {
    return pairs.size();
  }

  /** The size of the low-resolution image of a number below {@link #size}, without decoding it. */
  ImageSize lrSize(int number) {
    return lrSizes.computeIfAbsent(number, of -> pairs.get(of).lrSize());
  }

  /**
   * The pair of a number below {@link #size}.
   *
   * @throws ButcherblockException what {@link ImagePair#load} throws, at each call
   */
  DecodedPair get(int number) {
    CompletableFuture<DecodedPair> ours = new CompletableFuture<>();
    CompletableFuture<DecodedPair> found;
    synchronized (kept) {
      found = kept.putIfAbsent(number, ours);
    }
    if (found != null) {
      return join(found);
    }
    try {
      DecodedPair loaded = pairs.get(number).load().toRgb();
      ours.complete(loaded);
      account(loaded);
      return loaded;
    } catch (RuntimeException | Error e) {
      ours.completeExceptionally(e);
      throw e;
    }
  }

  private static DecodedPair join(CompletableFuture<DecodedPair> found) {
    try {
      return found.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    }
  }

  private void account(DecodedPair added) {
    synchronized (kept) {
      bytes += added.bytes();
      Iterator<CompletableFuture<DecodedPair>> eldest = kept.values().iterator();
      while (bytes > limit && eldest.hasNext()) {
        CompletableFuture<DecodedPair> candidate = eldest.next();
        // One that is being decoded is not counted yet; one that failed keeps its failure.
        if (candidate.isDone() && !candidate.isCompletedExceptionally()) {
          bytes -= candidate.join().bytes();
          eldest.remove();
        }
      }
    }
  }

  /** The bytes of the pairs that are kept. */
  long bytes() {
    synchronized (kept) {
      return bytes;
    }
  }
}
