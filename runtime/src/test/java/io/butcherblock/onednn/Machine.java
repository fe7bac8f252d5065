package io.butcherblock.onednn;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The library on this machine; tests that need it are skipped where it has no Winograd. */
final class Machine {

  /** What oneDNN calls {@code avx512_core}. */
  private static final Set<String> NEEDED = Set.of("avx512f", "avx512bw", "avx512vl", "avx512dq");

  private Machine() {}

  static OneDnn withWinograd() {
    Optional<OneDnn> library = OneDnn.open();
    // Where the processor has what they need, none is a fault and no reason to skip tests.
    assumeTrue(
        library.isPresent() || (hasAvx512() && !isLimited()),
        "skipped: Winograd convolutions are for Linux on x86-64 processors with AVX-512");
    return library.orElseThrow();
  }

  /** Whether oneDNN is told to use less than the processor has. */
  private static boolean isLimited() {
    return Stream.of("ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA")
        .anyMatch(name -> System.getenv(name) != null);
  }

  private static boolean hasAvx512() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("flags"))
          .anyMatch(line -> List.of(line.split("\\s+")).containsAll(NEEDED));
    } catch (IOException notLinux) {
      return false;
    }
  }
}
