package io.butcherblock.patches;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.data.Batch;
import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.ImagePair;
import io.butcherblock.degrade.Degradation;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageSize;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class PatchLoaderTest {

  private static final PatchOptions OPTIONS =
      PatchOptions.of(2).withPatch(6).withBatch(4).withSeed(7).withWorkers(2);

  /** Images that code their place: red is the column, green the row, blue the image. */
  private static List<ImagePair> pairs() {
    List<ImagePair> pairs = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      int width = 2 * (10 + i);
      int height = 2 * (14 - i);
      byte[] hr = new byte[width * height * 3];
      byte[] lr = new byte[hr.length / 4];
      fill(hr, width, i, 1);
      fill(lr, width / 2, i, 2);
      DecodedPair pair =
          new DecodedPair(Image.of(width / 2, height / 2, 3, lr), Image.of(width, height, 3, hr));
      pairs.add(new MemoryPair("image" + i, pair, new AtomicInteger()));
    }
    return pairs;
  }

  private static void fill(byte[] samples, int width, int image, int step) {
    for (int i = 0; i < samples.length / 3; i++) {
      samples[3 * i] = (byte) (i % width * step);
      samples[3 * i + 1] = (byte) (i / width * step);
      samples[3 * i + 2] = (byte) image;
    }
  }

  private record MemoryPair(String name, DecodedPair pair, AtomicInteger loads)
      implements ImagePair {
    @Override
    public ImageSize lrSize() {
      return ImageSize.of(pair.lr());
    }

    @Override
    public DecodedPair load() {
      loads.incrementAndGet();
      return pair;
    }
  }

  @ParameterizedTest
  @EnumSource(Degradation.class)
  void aBatchFollowsFromSeedAndNumberAlone(Degradation degradation) {
    PatchOptions options = OPTIONS.withDegradation(degradation);
    List<Batch> batches = new ArrayList<>();
    try (PatchLoader loader = new PatchLoader(pairs(), options)) {
      for (int i = 0; i < 20; i++) {
        batches.add(loader.next());
      }
    }
    PatchOptions other = options.startingAt(12).withWorkers(1).withCacheBytes(0);
    try (PatchLoader loader = new PatchLoader(pairs(), other)) {
      for (int i = 12; i < 20; i++) {
        Batch batch = loader.next();
        assertArrayEquals(batches.get(i).lr(), batch.lr());
        assertArrayEquals(batches.get(i).hr(), batch.hr());
      }
    }
    assertFalse(java.util.Arrays.equals(batches.get(0).lr(), batches.get(1).lr()));
    try (PatchLoader loader = new PatchLoader(pairs(), options.withSeed(8))) {
      assertFalse(java.util.Arrays.equals(batches.get(0).lr(), loader.next().lr()));
    }
  }

  @ParameterizedTest
  @EnumSource(Degradation.class)
  void theSharesOfSeveralProcessesAreTheBatch(Degradation degradation) {
    PatchOptions options = OPTIONS.withBatch(7).withDegradation(degradation);
    int patch = 3 * options.patch() * options.patch();
    try (PatchLoader whole = new PatchLoader(pairs(), options);
        PatchLoader first = new PatchLoader(pairs(), options.withShare(new BatchShard(0, 3)));
        PatchLoader second = new PatchLoader(pairs(), options.withShare(new BatchShard(1, 3)));
        PatchLoader third = new PatchLoader(pairs(), options.withShare(new BatchShard(2, 3)))) {
      for (int k = 0; k < 5; k++) {
        Batch batch = whole.next();
        int at = 0;
        for (PatchLoader loader : List.of(first, second, third)) {
          Batch share = loader.next();
          assertArrayEquals(
              java.util.Arrays.copyOfRange(batch.lr(), at * patch, (at + share.n()) * patch),
              share.lr());
          assertArrayEquals(
              java.util.Arrays.copyOfRange(
                  batch.hr(), 4 * at * patch, 4 * (at + share.n()) * patch),
              share.hr());
          at += share.n();
        }
        assertEquals(7, at);
      }
    }
  }

  @Test
  void degradationChangesLowResolutionPatchesOnly() {
    int changed = 0;
    try (PatchLoader clean = new PatchLoader(pairs(), OPTIONS);
        PatchLoader jpeg = new PatchLoader(pairs(), OPTIONS.withDegradation(Degradation.JPEG));
        PatchLoader photo = new PatchLoader(pairs(), OPTIONS.withDegradation(Degradation.PHOTO))) {
      for (int k = 0; k < 10; k++) {
        Batch before = clean.next();
        Batch compressed = jpeg.next();
        Batch degraded = photo.next();
        assertArrayEquals(before.hr(), compressed.hr());
        assertArrayEquals(before.hr(), degraded.hr());
        assertFalse(java.util.Arrays.equals(before.lr(), compressed.lr()));
        changed += java.util.Arrays.equals(before.lr(), degraded.lr()) ? 0 : 1;
        for (float sample : degraded.lr()) {
          assertTrue(sample >= 0 && sample <= 255 && sample == Math.rint(sample), "" + sample);
        }
      }
    }
    assertTrue(changed > 5, changed + " of 10 batches");
  }

  @Test
  void aBatchSmallerThanTheNumberOfProcessesIsRefused() {
    ButcherblockException error =
        assertThrows(
            ButcherblockException.class,
            () -> OPTIONS.withBatch(3).withShare(new BatchShard(0, 4)));
    assertTrue(error.getMessage().contains("among 4 processes"), error.getMessage());
  }

  /** The pictures say where each of their pixels lay, so LR and HR must tell the same story. */
  @Test
  void bothPatchesShowTheSamePlace() {
    int area = 36;
    try (PatchLoader loader = new PatchLoader(pairs(), OPTIONS)) {
      for (int k = 0; k < 50; k++) {
        Batch batch = loader.next();
        for (int n = 0; n < batch.n(); n++) {
          for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 6; x++) {
              for (int c = 0; c < 2; c++) {
                float lr = batch.lr()[(n * 3 + c) * area + y * 6 + x];
                // The LR pixel at column p covers the HR columns 2 p and 2 p + 1.
                int at = (n * 3 + c) * 4 * area + 2 * y * 12 + 2 * x;
                float hr =
                    (batch.hr()[at]
                            + batch.hr()[at + 1]
                            + batch.hr()[at + 12]
                            + batch.hr()[at + 13])
                        / 4;
                assertEquals(lr + 0.5f, hr);
              }
              assertEquals(
                  batch.lr()[n * 3 * area + 2 * area], batch.hr()[n * 12 * area + 8 * area]);
            }
          }
        }
      }
    }
  }

  /** 400 patches: each of the 8 symmetries, 5 images, and the first and last place turn up. */
  @Test
  void imagesPlacesAndSymmetriesAllTurnUp() {
    boolean[] symmetries = new boolean[8];
    boolean[] images = new boolean[5];
    float leastColumn = 255;
    float largestColumn = 0;
    float leastRow = 255;
    float largestRow = 0;
    try (PatchLoader loader = new PatchLoader(pairs(), OPTIONS)) {
      for (int k = 0; k < 100; k++) {
        float[] lr = loader.next().lr();
        for (int n = 0; n < 4; n++) {
          int at = n * 108;
          boolean transposed = lr[at] == lr[at + 1];
          boolean columnsFall = lr[at + 7] < lr[at];
          boolean rowsFall = lr[at + 36 + 7] < lr[at + 36];
          symmetries[(transposed ? 4 : 0) + (columnsFall ? 2 : 0) + (rowsFall ? 1 : 0)] = true;
          images[(int) lr[at + 72]] = true;
          leastColumn = Math.min(leastColumn, Math.min(lr[at], lr[at + 35]));
          largestColumn = Math.max(largestColumn, Math.max(lr[at], lr[at + 35]));
          leastRow = Math.min(leastRow, Math.min(lr[at + 36], lr[at + 71]));
          largestRow = Math.max(largestRow, Math.max(lr[at + 36], lr[at + 71]));
        }
      }
    }
    for (boolean seen : symmetries) {
      assertTrue(seen);
    }
    for (boolean seen : images) {
      assertTrue(seen);
    }
    assertEquals(0, leastColumn);
    assertEquals(26, largestColumn);
    assertEquals(0, leastRow);
    assertEquals(26, largestRow);
  }

  @Test
  void timeThatIsWaitedForDataIsCounted() {
    MemoryPair quick = (MemoryPair) pairs().get(0);
    ImagePair slow =
        new ImagePair() {
          @Override
          public String name() {
            return "slow";
          }

          @Override
          public ImageSize lrSize() {
            return quick.lrSize();
          }

          @Override
          public DecodedPair load() {
            LockSupport.parkNanos(300_000_000);
            return quick.load();
          }
        };
    long began = System.nanoTime();
    try (PatchLoader loader = new PatchLoader(List.of(slow), OPTIONS)) {
      assertEquals(0, loader.secondsWaited());
      loader.next();
      double most = (System.nanoTime() - began) / 1e9;
      assertTrue(loader.secondsWaited() > 0.1 && loader.secondsWaited() <= most);
    }
  }

  @Test
  void decodedImagesAreKeptWithinTheBudget() {
    List<ImagePair> pairs = pairs();
    try (PatchLoader loader = new PatchLoader(pairs, OPTIONS)) {
      for (int k = 0; k < 30; k++) {
        assertEquals(4, loader.next().n());
      }
    }
    for (ImagePair pair : pairs) {
      assertEquals(1, ((MemoryPair) pair).loads().get());
    }
    long one = pairs.get(0).load().bytes();
    PairCache cache = new PairCache(pairs, 2 * one);
    for (int i = 0; i < 5; i++) {
      assertEquals(pairs.get(i).load(), cache.get(i));
      assertTrue(cache.bytes() <= 2 * one);
    }
  }

  @Test
  void theImageUsedLongestAgoGoesFirst() {
    List<ImagePair> pairs = pairs();
    // All five images have about the same size; two fit.
    PairCache cache = new PairCache(pairs, pairs.get(2).load().bytes() * 5 / 2);
    MemoryPair first = (MemoryPair) pairs.get(0);
    first.loads().set(0);
    for (int number : new int[] {0, 1, 0, 2, 0}) {
      assertEquals(pairs.get(number).name(), "image" + cache.get(number).lr().sample(0, 0, 2));
    }
    assertEquals(1, first.loads().get());
    assertEquals(1, cache.get(1).lr().sample(0, 0, 2));
    assertEquals(2, ((MemoryPair) pairs.get(1)).loads().get());
  }

  @Test
  void smallImagesAreNamedWithThePatchThatFits() {
    ButcherblockException error =
        assertThrows(
            ButcherblockException.class, () -> new PatchLoader(pairs(), OPTIONS.withPatch(11)));
    assertTrue(error.getMessage().contains("image0"), error.getMessage());
    assertTrue(error.getMessage().contains("largest patch that fits all images is 10"));
    assertThrows(ButcherblockException.class, () -> new PatchLoader(List.of(), OPTIONS));
    assertThrows(ButcherblockException.class, () -> OPTIONS.withBatch(0));
  }

  @Test
  void errorsReachTheCallerEachTime() {
    ImagePair broken =
        new ImagePair() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public ImageSize lrSize() {
            return new ImageSize(20, 20);
          }

          @Override
          public DecodedPair load() {
            throw new ButcherblockException("broken");
          }
        };
    try (PatchLoader loader = new PatchLoader(List.of(broken), OPTIONS)) {
      assertEquals("broken", assertThrows(ButcherblockException.class, loader::next).getMessage());
      assertEquals("broken", assertThrows(ButcherblockException.class, loader::next).getMessage());
    }
  }

  @Test
  void closingEndsTheWorkers() throws InterruptedException {
    PatchLoader loader = new PatchLoader(pairs(), OPTIONS);
    assertEquals(4, loader.next().n());
    loader.close();
    loader.close();
    assertThrows(IllegalStateException.class, loader::next);
    assertTrue(loader.secondsWaited() > 0);
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("patches")) {
        thread.join(10_000);
        assertFalse(thread.isAlive());
      }
    }
  }
}
