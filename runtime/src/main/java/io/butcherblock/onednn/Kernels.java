package io.butcherblock.onednn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.PointerScope;

/** What oneDNN compiled for the sizes that were used last, and their memory to work in. */
final class Kernels {

  /** An image and its tiles at the border have a few sizes, and a network a few widths. */
  private static final int KEPT = 32;

  private record Convolution(ConvolutionKernels.Pass pass, ConvolutionKernels.Size size) {}

  private record PRelu(boolean gradient, PReluKernels.Size size) {}

  private final OneDnn library;

  final Map<Record, CompiledKernel> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Record, CompiledKernel> eldest) {
          if (size() <= KEPT) {
            return false;
          }
          eldest.getValue().close();
          return true;
        }
      };

  /** Grows to what the largest kernel needed, and is used by all. */
  private memory scratch;

  private long scratchSize;

  Kernels(OneDnn library) {
    this.library = library;
  }

  /** Whether oneDNN has a Winograd convolution for this processor. */
  static boolean haveWinograd(engine cpu) {
    ConvolutionKernels.Size usual = new ConvolutionKernels.Size(1, 64, 64, 64, 64, 1, 1, 1);
    try (CompiledKernel kernel =
        ConvolutionKernels.of(cpu, ConvolutionKernels.Pass.FORWARD, usual)) {
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  CompiledKernel convolution(ConvolutionKernels.Pass pass, ConvolutionKernels.Size size) {
    return get(
        new Convolution(pass, size), () -> ConvolutionKernels.of(library.engine(), pass, size));
  }

  CompiledKernel prelu(boolean gradient, PReluKernels.Size size) {
    return get(new PRelu(gradient, size), () -> PReluKernels.of(library.engine(), gradient, size));
  }

  private CompiledKernel get(Record wanted, Supplier<CompiledKernel> compile) {
    CompiledKernel kernel = kept.get(wanted);
    if (kernel == null) {
      CompiledKernel[] compiled = new CompiledKernel[1];
      OneDnn.call(() -> compiled[0] = compile.get());
      kernel = compiled[0];
      kept.put(wanted, kernel);
    }
    return kernel;
  }

  /** Memory to work in, of at least so many bytes. */
  memory scratch(long bytes) {
    if (scratch == null || scratchSize < bytes) {
      if (scratch != null) {
        scratch.close();
        // Should there be no memory for a larger one, nobody may use what is freed.
        scratch = null;
      }
      try (PointerScope scope = new PointerScope()) {
        scratch = library.allocate(TensorMemory.bytes(Math.max(bytes, 1))).retainReference();
      }
      scratchSize = bytes;
    }
    return scratch;
  }
}
