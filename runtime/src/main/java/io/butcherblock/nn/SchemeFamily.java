package io.butcherblock.nn;

/** The family of methods that a scheme belongs to, with the number of its stages or back values. */
public sealed interface SchemeFamily {

  /** The family in words: {@code Runge-Kutta} or {@code linear multistep}. */
  String text();

  /** The number of stages of a one-step method, or of back values of a multistep method. */
  int size();

  /** How many functions of the differential equation it evaluates apart: f, or f and g. */
  default int functions() {
    return this instanceof Partitioned || this instanceof Additive ? 2 : 1;
  }

  /**
   * One-step methods given by Butcher tableaus.
   *
   * @param stages the number of stages of the tableau, at least 1
   */
  record RungeKutta(int stages) implements SchemeFamily {

    @Override
    public String text() {
      return "Runge-Kutta";
    }

    @Override
    public int size() {
      return stages;
    }
  }

  /**
   * One-step methods for p' = f(q), q' = g(p) given by a Butcher tableau for each half of the
   * state.
   *
   * @param stages the number of stages of the tableaus, at least 1
   */
  record Partitioned(int stages) implements SchemeFamily {

    @Override
    public String text() {
      return "partitioned Runge-Kutta";
    }

    @Override
    public int size() {
      return stages;
    }
  }

  /**
   * One-step methods for y' = f(y) + g(y) given by a Butcher tableau for each summand.
   *
   * @param stages the number of stages of the tableaus, at least 1
   */
  record Additive(int stages) implements SchemeFamily {

    @Override
    public String text() {
      return "additive Runge-Kutta";
    }

    @Override
    public int size() {
      return stages;
    }
  }

  /**
   * Multistep methods given by linear recurrences.
   *
   * @param backValues the number k of values y that the recurrence reaches back, at least 1
   * @param carriesHistory whether these pass from block to block of a network; otherwise each block
   *     starts anew
   */
  record LinearMultistep(int backValues, boolean carriesHistory) implements SchemeFamily {

    /** A method each block of which starts anew. */
    public LinearMultistep(int backValues) {
      this(backValues, /* carriesHistory= */ false);
    }

    @Override
    public String text() {
      return "linear multistep";
    }

    @Override
    public int size() {
      return backValues;
    }
  }
}
