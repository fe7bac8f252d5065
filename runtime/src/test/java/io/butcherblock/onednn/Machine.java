package io.butcherblock.onednn;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;

/** The library on this machine; tests that need it are skipped where it has no Winograd. */
final class Machine {

  private Machine() {}

  static OneDnn withWinograd() {
    Optional<OneDnn> library = OneDnn.open();
    assumeTrue(
        library.isPresent(),
        "skipped: Winograd convolutions are for Linux on x86-64 processors with AVX-512");
    return library.orElseThrow();
  }
}
