package io.butcherblock.cli;

import picocli.CommandLine.Option;

/** {@code --seed}, for commands that draw random numbers. */
final class SeedOption {

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of all random numbers (default: ${DEFAULT-VALUE}).")
  private long seed;

  long seed() {
    return seed;
  }
}
