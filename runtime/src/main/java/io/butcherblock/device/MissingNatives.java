package io.butcherblock.device;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/**
 * Says what to add to a build whose class path lacks LibTorch's native libraries. Gradle chooses
 * none by itself, and a program may run on another system than the one that built it.
 */
final class MissingNatives {

  /** A library of each archive that is needed, by the package that it stands in. */
  private static final Map<String, String> LIBRARIES =
      Map.of("javacpp", "jnijavacpp", "openblas", "jniopenblas_nolapack", "pytorch", "jnitorch");

  private static final List<String> PUBLISHED =
      List.of("linux-x86_64", "windows-x86_64", "macosx-x86_64", "macosx-arm64");

  private MissingNatives() {}

  /**
   * Refuses a process without natives.
   *
   * @throws ButcherblockException if they are neither on the class path nor installed on the system
   */
  static void refuse() {
    String platform = Loader.getPlatform();
    if (LIBRARIES.entrySet().stream()
        .allMatch(library -> isThere(library.getKey(), platform, library.getValue()))) {
      return;
    }
    try {
      // The loader also finds libraries that the system has.
      Loader.load(torch.class);
    } catch (LinkageError e) {
      throw new ButcherblockException(sentence(platform), e);
    }
  }

  private static boolean isThere(String bindings, String platform, String library) {
    String file = System.mapLibraryName(library);
    return NativeLibraries.onClassPath(bindings, platform, file)
        || NativeLibraries.onClassPath(bindings, platform + "-gpu", file);
  }

  /** What to add for a platform, named as JavaCPP names it: {@code linux-x86_64}. */
  static String sentence(String platform) {
    if (!PUBLISHED.contains(platform)) {
      return "LibTorch's native libraries are published for %s, and not for this machine's %s: run on one of these."
          .formatted(String.join(", ", PUBLISHED), platform);
    }
    String modules =
        MissingNatives.class.getModule().isNamed()
            ? ", and if they are on the module path, start java with --add-modules ALL-MODULE-PATH"
            : "";
    return "LibTorch's native libraries for this machine are missing: add io.butcherblock:natives-%s:%s to the run-time dependencies (in Maven with <type>pom</type>)%s."
        .formatted(platform, version(), modules);
  }

  private static String version() {
    Properties build = new Properties();
    try (InputStream in = MissingNatives.class.getResourceAsStream("version.properties")) {
      build.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return build.getProperty("version");
  }
}
