package io.butcherblock.device;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;

/**
 * Which of LibTorch's natives a process loads: those for GPUs, where they are on the class path and
 * the machine has what they are linked to, else those for the CPU.
 *
 * <p>To be chosen before anything of LibTorch is used: its loader, left alone, takes each file that
 * fails from the other set, and a mixture of both ends the process.
 */
public final class NativeLibraries {

  private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";
  private static final String GPU = "-gpu";
  private static final String CPU = "";

  private static boolean chosen;
  private static Optional<String> whyNotForGpus = Optional.empty();

  private NativeLibraries() {}

  /**
   * Makes the choice, once; what is set as the loader's system property stands.
   *
   * @throws ButcherblockException if the natives cannot be unpacked
   */
  public static synchronized void select() {
    if (chosen) {
      return;
    }
    chosen = true;
    String extension = System.getProperty(EXTENSION);
    if (!forGpusAreOnClassPath()) {
      whyNotForGpus = Optional.of("LibTorch's natives for GPUs are not on the class path");
    } else if (extension == null) {
      whyNotForGpus = CudaLibraries.missing();
      System.setProperty(EXTENSION, whyNotForGpus.isEmpty() ? GPU : CPU);
      // The loader has read the properties already.
      Loader.loadProperties(true);
    } else if (!extension.equals(GPU)) {
      whyNotForGpus = Optional.of("the system property " + EXTENSION + " asks for it");
    }
    unpack(whyNotForGpus.isEmpty() ? GPU : CPU);
  }

  /** Why the natives for GPUs are not used, as part of a sentence; empty where they are. */
  static synchronized Optional<String> whyNotForGpus() {
    select();
    return whyNotForGpus;
  }

  /** Whether the program was built with natives for GPUs. */
  public static boolean forGpusAreOnClassPath() {
    // Not by the loader, which is slow to start: these are all the natives for GPUs there are.
    return List.of("linux-x86_64-gpu/libjnitorch.so", "windows-x86_64-gpu/jnitorch.dll").stream()
        .anyMatch(
            file -> NativeLibraries.class.getResource("/org/bytedeco/pytorch/" + file) != null);
  }

  /**
   * Unpacks what the first library to be loaded is linked to. Otherwise the system's loader, which
   * looks for it beside that library first, would take it from a PyTorch that the system has, if it
   * has one, and the mixture would end the process.
   */
  private static void unpack(String extension) {
    for (String library : List.of("c10", "torch_cpu")) {
      String file =
          "/org/bytedeco/pytorch/%s%s/%s"
              .formatted(Loader.getPlatform(), extension, System.mapLibraryName(library));
      try {
        // Nothing is unpacked twice, nor what is not on the class path.
        Loader.cacheResource(NativeLibraries.class, file);
      } catch (IOException e) {
        throw new ButcherblockException(
            e,
            "PyTorch's libraries cannot be unpacked (%s); name a folder that can be written by %s.",
            e.getMessage(),
            Setting.NATIVE_LIBRARY_CACHE);
      }
    }
  }
}
