package io.butcherblock.processor.verify;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Stability;
import io.butcherblock.processor.model.StartingProcedure.FromRest;
import io.butcherblock.processor.model.StartingProcedure.OneStep;
import io.butcherblock.processor.order.ErrorConstants;
import io.butcherblock.processor.order.OrderCondition;
import io.butcherblock.processor.order.OrderConditions;
import io.butcherblock.processor.order.PrincipalError;
import io.butcherblock.processor.order.Residuals;
import io.butcherblock.processor.order.RootedTree;
import io.butcherblock.processor.stability.Characteristic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the rules have shown of a scheme that broke none of them, a line each. */
final class Proof {

  /** Conditions of higher orders are counted rather than written out. */
  private static final int WRITTEN_OUT = 3;

  /** The principal error of a higher order is left out: it would double the time of the proof. */
  private static final int HIGHEST_PRINCIPAL_ERROR = 9;

  private static final int MOST_READABLE = 200;

  private Proof() {}

  static List<String> of(RungeKutta scheme) {
    List<String> lines = new ArrayList<>();
    if (scheme.stages() > 1) {
      lines.add(
          String.format(
              Locale.ROOT,
              "row sums%s: sum_j a_ij = c_i in all %d stages",
              scheme.tolerance().suffix(),
              scheme.stages()));
    }
    if (scheme.tolerance().isNone()) {
      for (int order = 1; order <= scheme.order(); order++) {
        lines.add("order " + order + ": " + conditions(order));
      }
    } else {
      lines.addAll(ToleratedOrderRule.proof(scheme));
    }
    if (scheme.notation().sspRatio().signum() > 0) {
      lines.add(
          "Shu-Osher form: no alpha or beta is negative, and alpha / beta is at least "
              + ShortText.of(scheme.notation().sspRatio())
              + ", which the SSP coefficient then is too");
    }
    principalError(scheme).ifPresent(lines::add);
    return lines;
  }

  static String conditions(int order) {
    return order > WRITTEN_OUT
        ? "all " + RootedTree.count(order) + " conditions hold"
        : RootedTree.ofOrder(order).stream()
            .map(OrderCondition::new)
            .map(condition -> condition.leftSide() + " = " + condition.rightSide())
            .collect(Collectors.joining(", "));
  }

  /** How many conditions of the next order fail, and by how much; empty where that takes long. */
  static Optional<String> principalError(RungeKutta scheme) {
    if (scheme.order() >= HIGHEST_PRINCIPAL_ERROR) {
      return Optional.empty();
    }
    int order = scheme.order() + 1;
    int all = RootedTree.count(order);
    try {
      int failing =
          scheme.tolerance().isNone()
              ? new OrderConditions(scheme).countFailing(order)
              : new Residuals(scheme).above(scheme.tolerance(), order).size();
      if (failing == 0) {
        // There is the warning that the scheme is better.
        return Optional.empty();
      }
      return Optional.of(
          String.format(
              Locale.ROOT,
              "order %d: %d of %d %s; principal error A_%d = %.3g",
              order,
              failing,
              all,
              (all == 1 ? "condition" : "conditions") + (failing == 1 ? " fails" : " fail"),
              order,
              PrincipalError.of(scheme, order)));
    } catch (TooMuchWork e) {
      return Optional.empty();
    }
  }

  static List<String> of(Multistep scheme, Stability stability, int blockOrder) {
    List<String> lines = new ArrayList<>();
    int next = scheme.lastConstant() + 1;
    if (scheme.predictor().isPresent()) {
      lines.addAll(PredictorCorrectorProof.of(scheme));
    } else {
      lines.add(order(scheme));
      lines.add(
          "error constant: C_"
              + next
              + " / sigma(1) = "
              + readable(
                  ErrorConstants.of(scheme, next)
                      .over(Characteristic.sigma(scheme).at(Exact.ONE))));
    }
    lines.add(
        "zero-stable: rho(w) = "
            + Characteristic.rho(scheme).text("w")
            + " satisfies the root condition"
            + (scheme.isSecondOrder()
                ? " of y'' = f(y): no root outside the unit circle, and none on it is more than"
                    + " double"
                : ""));
    if (scheme.predictor().isEmpty() && Characteristic.isSymmetric(scheme)) {
      lines.add("symmetric: the recurrence with -h runs back over the same values");
    }
    if (stability.isKnown() && Double.isNaN(stability.realInterval())) {
      lines.add(
          "no intervals of stability: rho(w) and sigma(w) have a common root on the unit circle,"
              + " which stays there for every z");
    }
    scheme.absorbed().ifPresent(c -> lines.add(absorbed(readable(c))));
    if (scheme.backValues() > 1) {
      lines.add(start(scheme));
      lines.add(chain(scheme, blockOrder));
    }
    return lines;
  }

  static String absorbed(String c) {
    return "the step size is absorbed: with f = c h g, c = rho'(1) / sigma(1) = "
        + c
        + ", all this is said of y' = g(y)";
  }

  static String order(Multistep scheme) {
    return "order "
        + scheme.order()
        + ": "
        + IntStream.rangeClosed(0, scheme.lastConstant())
            .mapToObj(q -> "C_" + q)
            .collect(Collectors.joining(" = "))
        + " = 0";
  }

  /** Of long coefficients it has thousands of digits. */
  private static String readable(Exact number) {
    String text = number.toString();
    return text.length() > MOST_READABLE ? ShortText.of(number) : text;
  }

  static String start(Multistep scheme) {
    int steps = scheme.backValues() - 1;
    if (scheme.start() instanceof FromRest) {
      return "start: from y'(0) = 0, y[1] = y[0] + h^2/2 f[0]"
          + (steps == 1 ? "" : ", further by Stoermer's rule")
          + ", with an error of O(h^4)";
    }
    return scheme.start() instanceof OneStep start
        ? String.format(
            Locale.ROOT,
            "start: %s by %s, %s",
            steps == 1 ? "the first step" : "the first " + steps + " steps",
            start.scheme().name(),
            start.scheme().order() == 0
                ? "with f = c h g for h g, hence not consistent"
                : "order " + start.scheme().order())
        : "start: zero history, y[m] = f[m] = 0 for m < 0";
  }

  static String chain(Multistep scheme, int blockOrder) {
    if (scheme.carriesHistory()) {
      return "a network, which carries its history from block to block: "
          + (blockOrder == 0
              ? "not consistent, no order"
              : "order " + blockOrder + made(scheme, blockOrder));
    }
    String blocks = scheme.steps() == 1 ? "one step" : scheme.steps() + " steps";
    return "a chain of blocks of "
        + blocks
        + ", each of which starts anew: "
        + (blockOrder == 0 ? "not consistent, no order" : "order " + blockOrder);
  }

  /** Why a start of a lower order does not make the network one of that order. */
  private static String made(Multistep scheme, int blockOrder) {
    if (scheme.start() instanceof FromRest && scheme.order() > blockOrder) {
      return " = min(p, 3) with p = " + scheme.order() + ", as the error of the start grows like n";
    }
    return scheme.start() instanceof OneStep start
            && start.scheme().order() < scheme.order()
            && blockOrder == Math.min(scheme.order(), start.scheme().order() + 1)
        ? String.format(
            Locale.ROOT,
            " = min(p, q + 1) with p = %d and q = %d: the error of the start is made once",
            scheme.order(),
            start.scheme().order())
        : "";
  }
}
