package io.butcherblock.benchmarks.process;

import java.util.Map;

/**
 * What a child process can do. Implemented by public classes with a constructor of no parameters.
 */
public interface ChildProgram {

  /**
   * Makes ready.
   *
   * @return the works by name; closed when the process ends
   */
  Map<String, Work> open(Arguments arguments) throws Exception;

  /** The libraries that work here, with their versions. */
  Map<String, String> versions();
}
