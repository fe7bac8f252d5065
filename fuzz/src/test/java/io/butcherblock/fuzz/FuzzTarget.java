package io.butcherblock.fuzz;

import java.io.IOException;
import java.util.List;

/** One reader of untrusted bytes, and what must hold whatever the bytes are. */
interface FuzzTarget {

  /**
   * Reads an input. A refusal by a {@link io.butcherblock.error.ButcherblockException} is right,
   * and checked by {@link Refusal}; all other exceptions and errors are faults.
   *
   * @throws AssertionError if something that was accepted is not what it should be
   */
  void run(byte[] input) throws IOException;

  /** Inputs from which others are made; at least one is valid. */
  List<byte[]> seeds() throws IOException;
}
