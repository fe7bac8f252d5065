package io.butcherblock.inspection;

import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SchemeFamily;
import java.util.Locale;

/** Which evaluations of a network share their weights, and what the order is then said of. */
public final class SharingText {

  static final String PARTITIONED = "p' = f(q), q' = g(p)";
  static final String ADDITIVE = "y' = f(y) + g(y)";

  private SharingText() {}

  /** The sharing in words: {@code per stage}. */
  public static String of(NetworkSpec spec) {
    return spec.sharing().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * Whether blocks that evaluate once have a vector field each; otherwise there is one for all of
   * them.
   */
  static boolean hasFieldPerBlock(NetworkSpec spec) {
    return spec.sharing() == WeightSharing.PER_STAGE || spec.sharing() == WeightSharing.SHARED;
  }

  /** What the order is said of, where each stage has a vector field of its own: a sentence. */
  static String condition(NetworkSpec spec) {
    return "Each stage has a vector field of its own (sharing = "
        + spec.sharing()
        + "): "
        + order(spec)
        + ".";
  }

  /** The same without the reason: {@code the order holds for the scheme, ... and not for ...}. */
  public static String order(NetworkSpec spec) {
    SchemeFamily family = spec.scheme().facts().family();
    return ("the order holds for the scheme, with the same f %sin all stages, and not for the"
            + " network as a method for one %s")
        .formatted(family.functions() == 2 ? "and the same g " : "", equation(spec, family));
  }

  private static String equation(NetworkSpec spec, SchemeFamily family) {
    if (family instanceof SchemeFamily.Partitioned) {
      return PARTITIONED;
    }
    if (family instanceof SchemeFamily.Additive) {
      return ADDITIVE;
    }
    return spec.programs().get(0).stepPower() == 2 ? "y'' = f(y)" : "y' = f(y)";
  }
}
