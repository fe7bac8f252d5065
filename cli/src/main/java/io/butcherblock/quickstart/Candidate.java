package io.butcherblock.quickstart;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.VectorFieldFactory;
import java.util.List;
import java.util.Map;

/**
 * A scheme with the network that runs it here.
 *
 * @param title the scheme's name as people write it
 * @param spec a declared network, made small
 */
record Candidate(String title, NetworkSpec spec) {

  /**
   * Evaluations of G in a whole network: a multiple of those of every scheme, so that all compute
   * the same.
   */
  private static final int EVALUATIONS = 12;

  private static final int CHANNELS = 16;
  private static final String VECTOR_FIELD = "gv2";

  /** Networks of Euler, Leapfrog, Heun and RK3 with one G and equally many evaluations of it. */
  static List<Candidate> all(Catalogue catalogue) {
    return List.of(
        of("Euler", "edsr-baseline", catalogue),
        of("Leapfrog", "oisr-lf-s", catalogue),
        of("Heun", "oisr-rk2-s", catalogue),
        of("RK3", "oisr-rk3", catalogue));
  }

  private static Candidate of(String title, String network, Catalogue catalogue) {
    NetworkSpec declared = need("network " + network, catalogue.networks(), network);
    VectorFieldFactory vectorField =
        need("vector field " + VECTOR_FIELD, catalogue.vectorFields(), VECTOR_FIELD);
    int blocks = EVALUATIONS / declared.program().evaluations();
    return new Candidate(title, declared.withVectorField(vectorField).withSize(blocks, CHANNELS));
  }

  private static <T> T need(String what, Map<String, T> items, String name) {
    T item = items.get(name);
    if (item == null) {
      throw new ButcherblockException(
          "The " + what + " is not on the class path; run with the module examples on it.");
    }
    return item;
  }

  /** Blocks and channels: {@code 3 x 16}. */
  String shape() {
    return spec.blocks() + " x " + spec.channels();
  }

  /** The file name of its results, without folder and extension. */
  String fileName() {
    return spec.scheme().facts().name();
  }
}
