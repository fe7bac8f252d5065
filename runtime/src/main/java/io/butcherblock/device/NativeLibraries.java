package io.butcherblock.device;

import io.butcherblock.error.ButcherblockException;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/**
 * Selects which of LibTorch's native libraries a process loads: those for GPUs, if they are on the
 * class path and the machine has the CUDA libraries that they are linked to; else those for the
 * CPU.
 *
 * <p>To be selected before anything of LibTorch is used: its loader, left alone, falls back to the
 * other set for each file that fails to load, and a mixture of both ends the process. The classes
 * of this library do so by themselves.
 */
public final class NativeLibraries {

  private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";
  private static final String GPU = "-gpu";
  private static final String CPU = "";

  private static boolean chosen;

  /** Kept: Java tells the reason at the first attempt only. */
  private static Optional<LinkageError> notLoaded = Optional.empty();

  private static Optional<String> whyNotForGpus = Optional.empty();

  private NativeLibraries() {}

  /**
   * Selects the native libraries for this process, unpacks and loads them; later calls do nothing.
   * If the system property {@code org.bytedeco.javacpp.platform.extension} is set, it decides.
   *
   * @throws ButcherblockException if the native libraries for this machine are missing or cannot be
   *     unpacked or loaded
   */
  public static synchronized void select() {
    if (chosen) {
      return;
    }
    chooseCache();
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
    MissingNatives.refuse();
    unpack(whyNotForGpus.isEmpty() ? GPU : CPU);
    open();
    chosen = true;
  }

  /** First: the loader asks once. */
  private static void chooseCache() {
    try {
      NativeCache.choose();
    } catch (IOException e) {
      throw UnusableNatives.notUnpacked(e);
    }
  }

  /**
   * Loads the library, settles how many threads it and its OpenBLAS use, and turns NNPACK off:
   * oneDNN takes what it would be good at first, and on processors that it does not support it says
   * so on standard error at each small convolution.
   */
  private static void open() {
    if (notLoaded.isEmpty()) {
      try {
        torch.globalContext().setUserEnabledNNPACK(false);
        BlasThreads.settle();
        DefaultThreads.settle();
      } catch (LinkageError e) {
        notLoaded = Optional.of(e);
      }
    }
    if (notLoaded.isPresent()) {
      throw UnusableNatives.notLoaded(notLoaded.get());
    }
  }

  /** Why the natives for GPUs are not used, as part of a sentence; empty where they are. */
  static synchronized Optional<String> whyNotForGpus() {
    select();
    return whyNotForGpus;
  }

  /** Whether native libraries for GPUs are on the class path. Loads nothing. */
  public static boolean forGpusAreOnClassPath() {
    // Not by the loader, which is slow to start: these are all the natives for GPUs there are.
    return onClassPath("pytorch", "linux-x86_64-gpu", "libjnitorch.so")
        || onClassPath("pytorch", "windows-x86_64-gpu", "jnitorch.dll");
  }

  /** Whether an archive of natives is on the class path or among the modules of this process. */
  static boolean onClassPath(String bindings, String platform, String file) {
    // By the loader: a class in a module finds the files of its own module only.
    String name = "org/bytedeco/%s/%s/%s".formatted(bindings, platform, file);
    ClassLoader loader = NativeLibraries.class.getClassLoader();
    return loader.getResource(name) != null;
  }

  /**
   * Unpacks what the first library to be loaded is linked to. Otherwise the system's loader, which
   * looks for it in that library's folder first, would take it from a PyTorch that the system has,
   * if it has one, and the mixture would end the process.
   *
   * @throws ButcherblockException if that cannot be done, or other users can replace it there
   */
  private static void unpack(String extension) {
    try {
      NativeCache.close(Loader.getCacheDir().toPath());
    } catch (IOException e) {
      throw UnusableNatives.notUnpacked(e);
    }
    for (String library : List.of("c10", "torch_cpu")) {
      unpack("pytorch", Loader.getPlatform() + extension, System.mapLibraryName(library));
    }
  }

  /** Unpacks a file of an archive of natives, unless it is not on the class path. */
  private static void unpack(String bindings, String platform, String file) {
    try {
      // Nothing is unpacked twice.
      File unpacked =
          Loader.cacheResource(
              NativeLibraries.class, "/org/bytedeco/%s/%s/%s".formatted(bindings, platform, file));
      if (unpacked != null) {
        NativeCache.check(Loader.getCacheDir().toPath(), unpacked.toPath());
      }
    } catch (IOException e) {
      throw UnusableNatives.notUnpacked(e);
    }
  }

  /**
   * Unpacks native libraries of other bindings than LibTorch's, which are for one platform.
   *
   * @param bindings such as {@code dnnl}
   * @param platform such as {@code linux-x86_64}
   * @param files their names
   * @return whether they are for this machine and on the class path
   * @throws ButcherblockException if they cannot be unpacked, or other users can replace them there
   */
  public static synchronized boolean areUnpacked(
      String bindings, String platform, String... files) {
    select();
    if (!Loader.getPlatform().equals(platform) || !onClassPath(bindings, platform, files[0])) {
      return false;
    }
    for (String file : files) {
      unpack(bindings, platform, file);
    }
    return true;
  }
}
