package io.butcherblock.device;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bytedeco.javacpp.Loader;

/** What LibTorch's natives for GPUs are linked to and do not bring along. */
final class CudaLibraries {

  /**
   * File names.
   *
   * @param driver of NVIDIA's driver
   * @param libraries of CUDA, cuDNN and NCCL
   * @param pathVariable the environment variable that says where they are
   */
  record Files(String driver, List<String> libraries, String pathVariable) {}

  static final Files LINUX =
      new Files(
          "libcuda.so.1",
          List.of(
              "libcudart.so.13",
              "libcublas.so.13",
              "libcublasLt.so.13",
              "libcufft.so.12",
              "libcurand.so.10",
              "libcusparse.so.12",
              "libcusolver.so.12",
              "libcupti.so.13",
              "libcufile.so.0",
              "libcudnn.so.9",
              "libnccl.so.2"),
          "LD_LIBRARY_PATH");

  static final Files WINDOWS =
      new Files(
          "nvcuda.dll",
          List.of(
              "cudart64_13.dll",
              "cublas64_13.dll",
              "cublasLt64_13.dll",
              "cufft64_12.dll",
              "curand64_10.dll",
              "cusparse64_12.dll",
              "cusolver64_12.dll",
              "cudnn64_9.dll"),
          "PATH");

  /** Where the natives look, in addition to where the system does. */
  private static final List<String> FOLDERS =
      List.of("", "/usr/local/cuda/lib64/", "/usr/local/cuda/lib/");

  private CudaLibraries() {}

  /** What cannot be loaded here, as part of a sentence; empty if all can. */
  static Optional<String> missing() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return missing(windows ? WINDOWS : LINUX, CudaLibraries::canLoad);
  }

  /** What cannot be loaded according to {@code canLoad}, which is given the names of files. */
  static Optional<String> missing(Files files, Predicate<String> canLoad) {
    if (!canLoad.test(files.driver)) {
      return Optional.of("NVIDIA's driver was not found (" + files.driver + ")");
    }
    List<String> missing = files.libraries.stream().filter(canLoad.negate()).toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s cannot be loaded; put the libraries of CUDA 13, cuDNN 9 and NCCL 2.28 on %s"
                .formatted(String.join(", ", missing), files.pathVariable));
  }

  private static boolean canLoad(String file) {
    String onClassPath = "/org/bytedeco/cuda/" + Loader.getPlatform() + "/" + file;
    return CudaLibraries.class.getResource(onClassPath) != null
        || FOLDERS.stream().anyMatch(folder -> systemLoads(folder + file));
  }

  private static boolean systemLoads(String file) {
    try {
      Loader.load(Loader.class);
      Loader.loadGlobal(file);
      return true;
    } catch (UnsatisfiedLinkError e) {
      return false;
    }
  }
}
