package io.butcherblock.benchmarks.blocks;

import io.butcherblock.device.LibTorch;
import io.butcherblock.nn.Parameters;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One block on feature maps so small that operators cost little and what is around them shows. One
 * thread: two would wait for each other at this size.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BlockJmh {

  static final String WRITING = "writing";
  static final String SCHEME = "scheme";

  static final int CHANNELS = 8;
  static final int SIDE = 8;

  /** How the block came to be. */
  public enum Writing {
    GENERATED,
    BY_HAND
  }

  @Param public BlockSubject scheme;

  @Param public Writing writing;

  private Parameters parameters;
  private Tensor y0;
  private BlockSubject.Block block;

  @Setup
  public void open() {
    LibTorch.useThreads(1);
    torch.manual_seed(1);
    parameters = new Parameters();
    block = scheme.generated(parameters, CHANNELS);
    if (writing == Writing.BY_HAND) {
      block = scheme.byHand(parameters);
    }
    y0 = torch.randn(1, CHANNELS, SIDE, SIDE);
  }

  @Benchmark
  public float forward() {
    NoGradGuard guard = new NoGradGuard();
    try (Tensor y = block.forward(y0)) {
      return y.data_ptr_float().get();
    } finally {
      guard.close();
    }
  }

  @Benchmark
  public float forwardAndBackward() {
    try (PointerScope scope = new PointerScope()) {
      Tensor loss = block.forward(y0).sum();
      loss.backward();
      return loss.item_float();
    }
  }

  @TearDown
  public void close() {
    y0.close();
    parameters.close();
  }
}
