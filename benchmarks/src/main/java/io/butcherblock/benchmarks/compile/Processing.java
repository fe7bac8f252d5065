package io.butcherblock.benchmarks.compile;

import java.util.Optional;

/** Which part of a compile is done. */
enum Processing {
  /** As in a build: process the annotations, and compile the sources with what is generated. */
  FULL(Optional.empty()),

  /** javac alone; nothing is generated. */
  NONE(Optional.of("-proc:none")),

  /** The processor alone; no class file is written. */
  ONLY(Optional.of("-proc:only"));

  private final Optional<String> option;

  Processing(Optional<String> option) {
    this.option = option;
  }

  Optional<String> option() {
    return option;
  }
}
