package io.butcherblock.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CudaLibrariesTest {

  @Test
  void nothingIsMissingWhereAllCanBeLoaded() {
    assertEquals(Optional.empty(), CudaLibraries.missing(CudaLibraries.LINUX, file -> true));
  }

  @Test
  void withoutADriverNothingElseIsAskedFor() {
    assertEquals(
        Optional.of("NVIDIA's driver was not found (libcuda.so.1)"),
        CudaLibraries.missing(CudaLibraries.LINUX, file -> false));
    assertEquals(
        Optional.of("NVIDIA's driver was not found (nvcuda.dll)"),
        CudaLibraries.missing(CudaLibraries.WINDOWS, file -> false));
  }

  @Test
  void missingLibrariesAreNamedWithThePlaceForThem() {
    Set<String> missing = Set.of("libcudnn.so.9", "libnccl.so.2");
    assertEquals(
        Optional.of(
            "libcudnn.so.9, libnccl.so.2 cannot be loaded; put the libraries of CUDA 13, cuDNN"
                + " 9 and NCCL 2.28 on LD_LIBRARY_PATH"),
        CudaLibraries.missing(CudaLibraries.LINUX, file -> !missing.contains(file)));
  }
}
