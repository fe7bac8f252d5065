package io.butcherblock.program;

/**
 * A free parameter of a family of schemes. It is trained by a number of its own, its logit, that
 * may take any value: the parameter is {@code low + (high - low) / (1 + exp(-logit))}, and stays
 * between its ends.
 *
 * @param name its name; in the graph of a network, the key of the logit among the parameters
 * @param low the smallest value that is allowed
 * @param high the largest value that is allowed, above {@code low}
 */
public record FreeParameter(String name, double low, double high) {

  /** The value of the parameter that belongs to a logit. */
  public double value(double logit) {
    return low + (high - low) / (1 + Math.exp(-logit));
  }
}
