package io.butcherblock.examples;

import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;

/** Prints the graphs of all networks, for {@link GraphTest}. */
final class GraphWithoutNatives {

  private GraphWithoutNatives() {}

  public static void main(String[] args) {
    for (NetworkSpec spec : Catalogue.onClassPath().networks().values()) {
      System.out.println(spec.graph(2));
    }
  }
}
