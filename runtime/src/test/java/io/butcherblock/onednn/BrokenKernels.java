package io.butcherblock.onednn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes what oneDNN has compiled by now fail as oneDNN does, until it is closed. */
public final class BrokenKernels implements AutoCloseable {

  private static final long MORE_THAN_THERE_IS = 1L << 46;

  private final OneDnn library = Machine.withWinograd();
  private final Map<Record, CompiledKernel> whole = new LinkedHashMap<>(library.kernels().kept);

  private BrokenKernels(UnaryOperator<CompiledKernel> broken) {
    library.kernels().kept.replaceAll((size, kernel) -> broken.apply(kernel));
  }

  /** They need more memory to work in than any machine has. */
  public static BrokenKernels withoutMemory() {
    return new BrokenKernels(
        kernel -> new CompiledKernel(kernel.operator(), kernel.weights(), MORE_THAN_THERE_IS));
  }

  /** They need other arguments than they are given. */
  public static BrokenKernels refusing() {
    CompiledKernel other =
        Machine.withWinograd()
            .kernels()
            .convolution(
                ConvolutionKernels.Pass.BY_WEIGHTS,
                new ConvolutionKernels.Size(1, 32, 32, 8, 8, 1, 1, 1));
    return new BrokenKernels(
        kernel -> new CompiledKernel(other.operator(), kernel.weights(), other.scratch()));
  }

  @Override
  public void close() {
    library.kernels().kept.putAll(whole);
  }
}
