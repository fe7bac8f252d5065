package io.butcherblock.paper;

import io.butcherblock.nn.NetworkSize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * A row of a published table, with the digits that are printed there.
 *
 * @param table the number of the table
 * @param method the name printed there
 * @param network our name of it; empty if it is not one of our networks
 * @param scale 2, 3 or 4
 * @param parameters in millions
 * @param macs multiply-accumulates in billions, for an output of 1280x720
 * @param results by data set, without those of which nothing is printed
 */
public record Published(
    int table,
    String method,
    String network,
    int scale,
    BigDecimal parameters,
    BigDecimal macs,
    Map<String, PublishedQuality> results) {

  private static final int MILLION = 6;
  private static final int THOUSAND_MILLION = 9;

  public Published {
    results = Map.copyOf(results);
  }

  /** Our parameters, rounded to the printed digits, minus the published ones. */
  BigDecimal parametersOff(NetworkSize ours) {
    return off(ours.parameters(), MILLION, parameters);
  }

  /** Our multiply-accumulates, rounded to the printed digits, minus the published ones. */
  BigDecimal macsOff(NetworkSize ours) {
    return off(ours.macs(), THOUSAND_MILLION, macs);
  }

  private static BigDecimal off(long ours, int power, BigDecimal printed) {
    return BigDecimal.valueOf(ours, power)
        .setScale(printed.scale(), RoundingMode.HALF_UP)
        .subtract(printed);
  }
}
