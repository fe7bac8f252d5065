package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.InferenceOptions;
import io.butcherblock.SuperResolution;
import io.butcherblock.device.DeviceChoice;
import io.butcherblock.device.LibTorch;
import io.butcherblock.device.ThreadCount;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.examples.schemes.Kutta3Scheme;
import io.butcherblock.examples.vectorfields.GV2VectorField;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.nn.BlockModule;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.upscale.Upscaler;
import io.butcherblock.weights.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is closed says so; its native memory is not touched. */
class ClosingTest {

  private static final NetworkSpec SPEC =
      Catalogue.onClassPath().network("oisr-rk2-s").withSize(2, 8);
  private static final InferenceOptions CPU = InferenceOptions.DEFAULT.withDevice(DeviceChoice.CPU);

  @Test
  void useAfterCloseIsRefused() {
    Image image = noise(9, 8);
    SuperResolutionNetwork network = network();
    SuperResolution sr = SuperResolution.of(network, CPU);
    Image before = sr.upscale(image);
    sr.close();
    sr.close();
    assertThrows(IllegalStateException.class, () -> sr.upscale(image));
    try (SuperResolution again = SuperResolution.of(network, CPU)) {
      assertEquals(before, again.upscale(image));
    }
    SuperResolution orphan = SuperResolution.of(network, CPU);
    network.close();
    network.close();
    assertThrows(IllegalStateException.class, () -> orphan.upscale(image));
    assertThrows(IllegalStateException.class, () -> SuperResolution.of(network, CPU));
    try (Tensor lr = torch.rand(1, 3, 8, 8)) {
      assertThrows(IllegalStateException.class, () -> network.forward(lr));
    }
    orphan.close();
  }

  @Test
  void aClosedNetworkIsNotSaved(@TempDir Path folder) {
    SuperResolutionNetwork network = network();
    network.close();
    Path file = folder.resolve("weights.safetensors");
    assertThrows(IllegalStateException.class, () -> Weights.save(file, network));
    assertEquals(false, Files.exists(file));
  }

  @Test
  void aClosedBlockIsNotEvaluated() {
    BlockModule block = new BlockModule(new Kutta3Scheme(), new GV2VectorField(), 4);
    block.close();
    block.close();
    try (Tensor y = torch.rand(1, 4, 5, 5)) {
      assertThrows(IllegalStateException.class, () -> block.forward(y));
    }
  }

  /** The tile at hand is done first; without that this ends the process now and then. */
  @Test
  void whileImagesAreEnlarged() throws Exception {
    Image image = noise(64, 64);
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      for (int round = 0; round < 20; round++) {
        SuperResolution sr = SuperResolution.of(network(), CPU.withTileSize(16));
        CountDownLatch begun = new CountDownLatch(3);
        List<Future<?>> threads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          threads.add(
              pool.submit(
                  () -> {
                    while (true) {
                      sr.upscale(image, (done, all) -> begun.countDown());
                    }
                  }));
        }
        begun.await();
        sr.close();
        for (Future<?> thread : threads) {
          Throwable end = assertThrows(ExecutionException.class, thread::get).getCause();
          assertEquals(IllegalStateException.class, end.getClass(), end::toString);
        }
        sr.network().close();
      }
    } finally {
      pool.shutdown();
    }
  }

  /** However many wait for their turn before it: a server that stops does not work for them all. */
  @Test
  void imagesThatWaitForTheirTurnEndWithoutOne() throws Exception {
    Image image = noise(16, 16);
    ExecutorService pool = Executors.newCachedThreadPool();
    try (SuperResolutionNetwork network = network()) {
      SuperResolution sr = SuperResolution.of(network, CPU);
      sr.upscale(image);
      List<Future<?>> waiting = new ArrayList<>();
      ThreadCount.lock();
      try {
        for (int i = 0; i < 4; i++) {
          waiting.add(afterItWaits(pool, () -> sr.upscale(image)));
        }
        waiting.add(afterItWaits(pool, sr::close));
      } finally {
        ThreadCount.unlock();
      }
      for (Future<?> upscaling : waiting.subList(0, 4)) {
        Throwable end = assertThrows(ExecutionException.class, upscaling::get).getCause();
        assertEquals(IllegalStateException.class, end.getClass(), end::toString);
      }
      waiting.get(4).get();
    } finally {
      pool.shutdown();
    }
  }

  /** Begins some work, and returns when it waits for something. */
  private static Future<?> afterItWaits(ExecutorService pool, Runnable work) throws Exception {
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    Future<?> begun =
        pool.submit(
            () -> {
              thread.complete(Thread.currentThread());
              work.run();
            });
    while (thread.get().getState() != Thread.State.WAITING) {
      assertFalse(begun.isDone());
      Thread.sleep(1);
    }
    return begun;
  }

  @Test
  void aListenersFailureEndsItsImageAlone() throws Exception {
    Image image = noise(40, 40);
    try (SuperResolutionNetwork network = network();
        SuperResolution sr = SuperResolution.of(network, CPU.withTileSize(8))) {
      Image whole = sr.upscale(image);
      assertThrows(
          UnsupportedOperationException.class,
          () ->
              sr.upscale(
                  image,
                  (done, all) -> {
                    if (done == 3) {
                      throw new UnsupportedOperationException();
                    }
                  }));
      ExecutorService other = Executors.newSingleThreadExecutor();
      try {
        assertEquals(whole, other.submit(() -> sr.upscale(image)).get());
      } finally {
        other.shutdown();
      }
      assertEquals(whole, sr.upscale(image));
    }
  }

  @Test
  void aListenersFailureLeavesNoFile(@TempDir Path folder) throws Exception {
    Path from = folder.resolve("from.png");
    ImageFiles.write(noise(40, 40), from);
    Path to = folder.resolve("new/to.png");
    try (SuperResolutionNetwork network = network();
        SuperResolution sr = SuperResolution.of(network, CPU.withTileSize(8))) {
      Upscaler.Listener canceling =
          (done, all) -> {
            throw new CancellationException();
          };
      assertThrows(CancellationException.class, () -> sr.upscale(from, to, canceling));
      assertFalse(Files.exists(to));
      // An interrupt is felt where files are.
      Upscaler.Listener interrupting = (done, all) -> Thread.currentThread().interrupt();
      String said =
          assertThrows(ButcherblockException.class, () -> sr.upscale(from, to, interrupting))
              .getMessage();
      assertTrue(Thread.interrupted());
      assertTrue(said.contains("the thread was interrupted"), said);
      assertFalse(Files.exists(to));
      sr.upscale(from, to);
      assertEquals(sr.upscale(ImageFiles.read(from)), ImageFiles.read(to));
    }
  }

  private static SuperResolutionNetwork network() {
    return new SuperResolutionNetwork(
        SPEC.withCoefficients(Coefficients.TRAINABLE), 2, 5, LibTorch.cpu());
  }

  private static Image noise(int width, int height) {
    byte[] samples = new byte[width * height * 3];
    new Random(1).nextBytes(samples);
    return Image.of(width, height, 3, samples);
  }
}
