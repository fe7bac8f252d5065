package io.butcherblock.processor.verify;

import io.butcherblock.processor.model.Measures;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.Stability;
import java.util.List;

/** A scheme whose claims are proved. Only {@link Verifier} makes one. */
public final class VerifiedScheme {

  private final Scheme scheme;
  private final int blockOrder;
  private final Stability stability;
  private final Measures measures;
  private final List<String> proof;

  /** A scheme whose measures are not computed. */
  VerifiedScheme(Scheme scheme, int blockOrder, Stability stability, List<String> proof) {
    this(scheme, blockOrder, stability, Measures.UNKNOWN, proof);
  }

  VerifiedScheme(
      Scheme scheme, int blockOrder, Stability stability, Measures measures, List<String> proof) {
    this.scheme = scheme;
    this.blockOrder = blockOrder;
    this.stability = stability;
    this.measures = measures;
    this.proof = List.copyOf(proof);
  }

  /** What is proved of this one, of a scheme that computes the same. */
  VerifiedScheme as(Scheme other, List<String> lines) {
    return new VerifiedScheme(other, blockOrder, stability, measures, lines);
  }

  public Scheme scheme() {
    return scheme;
  }

  /** The order of a chain of blocks, each of which starts anew; 0 if they are not consistent. */
  public int blockOrder() {
    return blockOrder;
  }

  public Stability stability() {
    return stability;
  }

  public Measures measures() {
    return measures;
  }

  /** What has been proved, a line each. */
  public List<String> proof() {
    return proof;
  }
}
