package io.butcherblock.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Path;

/** A way to run the Java compiler. */
interface Javac {

  /**
   * Compiles an input.
   *
   * @param output an empty folder
   * @return how long it took, in milliseconds
   * @throws IllegalStateException if the compiler says anything
   */
  double compile(CompileInput input, Path output) throws IOException, InterruptedException;

  /** Whether compiles get faster by those before them. */
  default boolean warmsUp() {
    return true;
  }
}
