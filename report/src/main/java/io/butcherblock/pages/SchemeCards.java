package io.butcherblock.pages;

import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.nn.SchemeStability;
import io.butcherblock.schemes.SchemeCard;
import io.butcherblock.schemes.StabilityPlot;

/** What pages show of schemes, from what the compiler proved of them. */
public final class SchemeCards {

  private SchemeCards() {}

  /**
   * The scheme of a network, as its blocks compute it.
   *
   * @param title what the page calls it
   */
  public static SchemeCard of(String title, NetworkSpec network) {
    SchemeFacts facts = network.scheme().facts();
    String text =
        "%s, %s: %s. %s"
            .formatted(
                facts.family().text(),
                facts.isProved() ? "proved order" : "order",
                facts.orderText(),
                facts.description());
    return new SchemeCard(title, text.strip(), plot(facts), network.program(), facts.text());
  }

  /** The region of absolute stability of a scheme. */
  public static StabilityPlot plot(SchemeFacts facts) {
    SchemeStability stability = facts.stability();
    return new StabilityPlot(
        facts.name() + ", order " + facts.order(),
        stability.polynomial(),
        stability.realInterval(),
        stability.imaginaryInterval());
  }
}
