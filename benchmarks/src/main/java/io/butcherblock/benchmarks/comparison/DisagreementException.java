package io.butcherblock.benchmarks.comparison;

/** Another one computes something else than ours. */
public final class DisagreementException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  DisagreementException(String message) {
    super(message);
  }
}
