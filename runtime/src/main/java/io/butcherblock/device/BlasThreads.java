package io.butcherblock.device;

import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * How many threads OpenBLAS uses, for the whole process: LibTorch's own number does not reach it.
 *
 * <p>It is 1. LibTorch takes OpenBLAS for convolutions of few samples, such as those of the borders
 * of an image, which do not gain by more. Its threads wait for further work in a loop, for some
 * hundredths of a second, and meanwhile take the processors from the threads of the other
 * operators, which need several times as long.
 */
public final class BlasThreads implements AutoCloseable {

  private BlasThreads() {}

  /**
   * Lets OpenBLAS use more threads until this is closed, for products of large matrices.
   *
   * @param threads at least 1
   */
  public static BlasThreads of(int threads) {
    NativeLibraries.select();
    openblas_nolapack.blas_set_num_threads(threads);
    return new BlasThreads();
  }

  /** Once, when the libraries have been loaded. */
  static void settle() {
    openblas_nolapack.blas_set_num_threads(1);
  }

  @Override
  public void close() {
    settle();
  }
}
