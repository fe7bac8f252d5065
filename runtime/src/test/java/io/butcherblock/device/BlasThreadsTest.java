package io.butcherblock.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.junit.jupiter.api.Test;

class BlasThreadsTest {

  @Test
  void openBlasHasOneThreadButForProductsOfLargeMatrices() {
    NativeLibraries.select();
    assertEquals(1, openblas_nolapack.blas_get_num_threads());
    try (BlasThreads threads = BlasThreads.of(2)) {
      assertEquals(2, openblas_nolapack.blas_get_num_threads());
    }
    assertEquals(1, openblas_nolapack.blas_get_num_threads());
  }
}
