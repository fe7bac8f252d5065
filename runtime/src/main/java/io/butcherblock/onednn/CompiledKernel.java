package io.butcherblock.onednn;

import java.util.function.Consumer;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.javacpp.PointerScope;

/**
 * An operator for one size as oneDNN compiled it. Owns native memory.
 *
 * @param operator runs it
 * @param weights how its weights, or the gradient by them, have to lie, which differs with the size
 * @param scratch bytes that it needs while it runs
 */
record CompiledKernel(primitive operator, memory.desc weights, long scratch)
    implements AutoCloseable {

  /** Keeps both beyond the open scope. */
  static CompiledKernel kept(primitive operator, memory.desc weights, memory.desc scratch) {
    return new CompiledKernel(
        operator.retainReference(), weights.retainReference(), scratch.get_size());
  }

  /**
   * Runs it and waits.
   *
   * @param arguments puts its arguments; they stay their owners'
   */
  void run(OneDnn library, Consumer<IntMemoryMap> arguments) {
    OneDnn.call(
        () -> {
          try (PointerScope scope = new PointerScope()) {
            IntMemoryMap map = new IntMemoryMap();
            arguments.accept(map);
            map.put(dnnl.DNNL_ARG_SCRATCHPAD, library.kernels().scratch(scratch));
            operator.execute(library.stream(), map);
            library.stream()._wait();
          }
        });
  }

  /** Memory for weights in the order that this kernel wants; the open scope's. */
  memory newWeights(OneDnn library) {
    return library.allocate(weights);
  }

  @Override
  public void close() {
    operator.close();
    weights.close();
  }
}
