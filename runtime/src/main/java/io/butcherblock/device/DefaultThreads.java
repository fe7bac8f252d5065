package io.butcherblock.device;

import java.util.OptionalInt;
import org.bytedeco.pytorch.global.torch;

/**
 * How many threads LibTorch uses for one operator where nobody says: one for each processor core
 * that this process may use, as far as a container allows.
 *
 * <p>LibTorch means to do the same, but counts by the processor's description of itself, which a
 * virtual machine may hide, and then finds one core; and it counts the cores of the machine, also
 * where the process has fewer.
 */
final class DefaultThreads {

  private DefaultThreads() {}

  /** Once, when the libraries have been loaded. A number that somebody chose is kept. */
  static void settle() {
    boolean chosen =
        System.getenv("OMP_NUM_THREADS") != null
            || System.getenv("MKL_NUM_THREADS") != null
            || torch.get_num_threads() != torch.intraop_default_num_threads();
    if (!chosen) {
      torch.set_num_threads(
          of(
              torch.get_num_threads(),
              ProcessorCores.count(),
              Runtime.getRuntime().availableProcessors()));
    }
  }

  /**
   * The number to use.
   *
   * @param libTorch what LibTorch would use
   * @param cores those that the system tells of
   * @param processors those that Java may use, with the limits of a container
   */
  static int of(int libTorch, OptionalInt cores, int processors) {
    return Math.max(1, Math.min(cores.orElse(libTorch), processors));
  }
}
