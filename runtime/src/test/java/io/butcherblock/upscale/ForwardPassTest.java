package io.butcherblock.upscale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.device.LibTorch;
import io.butcherblock.image.Image;
import io.butcherblock.image.TestImages;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.nn.OpaqueVectorField;
import io.butcherblock.nn.ParameterScope;
import io.butcherblock.nn.RightHandSide;
import io.butcherblock.nn.StageContext;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.FutureTask;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForwardPassTest {

  private final int before = torch.get_num_threads();
  private final List<Integer> seen = new ArrayList<>();

  @BeforeEach
  void useTwo() {
    torch.set_num_threads(2);
  }

  @AfterEach
  void restore() {
    torch.set_num_threads(before);
  }

  @Test
  void aTinyImageIsWorkForOneThread() {
    upscale(1);
    assertEquals(List.of(1), seen);
    assertEquals(2, torch.get_num_threads(), "the threads are there again");
  }

  @Test
  void whatIsLargeEnoughIsDivided() {
    upscale((long) ForwardPass.LEAST_TO_DIVIDE);
    assertEquals(List.of(2), seen);
  }

  @Test
  void aPassOfMoreThreadsEndsWithThoseOfBefore() {
    assertEquals(3, ForwardPass.run(1, 3, false, torch::get_num_threads));
    assertEquals(2, torch.get_num_threads());
  }

  /**
   * A thread of a pool whose first use of LibTorch falls into the pass of a tiny image would else
   * have one thread for good: everything that it does later would be slower, and what it trains
   * divided otherwise.
   */
  @Test
  void aThreadThatBeginsMeanwhileDoesNotTakeOverItsThreads() throws Exception {
    // As a user's own code does, which knows nothing of this library.
    assertEquals(2, threadsOf(() -> torch.ones(8).sigmoid().close()));
    assertEquals(2, threadsOf(() -> LibTorch.cpu().close()));
    try (Device cpu = new Device("cpu")) {
      assertEquals(
          2,
          threadsOf(
              () -> new SuperResolutionNetwork(EulerForTests.network(1, 4), 2, 5, cpu).close()));
    }
  }

  /** The threads that a new thread has which begins while one thread works, by {@code first}. */
  private static int threadsOf(Runnable first) throws Exception {
    FutureTask<Integer> asked =
        new FutureTask<>(
            () -> {
              first.run();
              return torch.get_num_threads();
            });
    int duringPass =
        ForwardPass.run(
            1,
            2,
            true,
            () -> {
              begin(new Thread(asked));
              return torch.get_num_threads();
            });
    assertEquals(1, duringPass);
    return asked.get();
  }

  private static void begin(Thread thread) {
    try {
      thread.start();
      thread.join(200);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatAPassThrowsIsThrownAsItIs() {
    IllegalStateException thrown = new IllegalStateException("wrong");
    assertSame(
        thrown,
        assertThrows(
            IllegalStateException.class,
            () ->
                ForwardPass.run(
                    1,
                    2,
                    true,
                    () -> {
                      throw thrown;
                    })));
  }

  /** Tensor code of a user's that calls the library again does not wait for itself. */
  @Test
  void aPassInsideAPassIsDone() {
    int inside =
        ForwardPass.run(
            1,
            2,
            true,
            () -> {
              LibTorch.cpu().close();
              return ForwardPass.run(1, 2, true, torch::get_num_threads);
            });
    assertEquals(1, inside);
  }

  @Test
  void anInterruptedThreadWaitsForItsPassAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    assertEquals(1, ForwardPass.run(1, 2, true, torch::get_num_threads));
    assertTrue(Thread.interrupted());
  }

  private void upscale(long macsPerPixel) {
    Image image = TestImages.smooth(8, 8, 1);
    try (Device cpu = new Device("cpu");
        SuperResolutionNetwork network =
            new SuperResolutionNetwork(
                EulerForTests.network(1, 4).withVectorField(new Watching(macsPerPixel)),
                2,
                5,
                cpu);
        Upscaler upscaler = new Upscaler(network, OptionalInt.empty(), false)) {
      upscaler.upscale(image, (done, all) -> {});
    }
  }

  /** Notes how many threads there are, and says that it costs so much. */
  private final class Watching extends OpaqueVectorField {

    private final long macsPerPixel;

    Watching(long macsPerPixel) {
      this.macsPerPixel = macsPerPixel;
    }

    @Override
    public String name() {
      return "watching";
    }

    @Override
    public RightHandSide create(ParameterScope parameters, StageContext stage) {
      return y -> {
        seen.add(torch.get_num_threads());
        return y.clone();
      };
    }

    @Override
    public long parameters(int channels) {
      return 0;
    }

    @Override
    public long macsPerPixel(int channels) {
      return macsPerPixel;
    }

    @Override
    public OptionalInt radius() {
      return OptionalInt.of(0);
    }
  }
}
