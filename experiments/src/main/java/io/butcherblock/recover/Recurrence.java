package io.butcherblock.recover;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Instruction;
import io.butcherblock.stability.RootCondition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a block that carries a history computes: y[n+1] = sum_j a_j y[n-j] + sum_j b_j h^d f[n-j], a
 * linear multistep scheme for y^(d) = f(y).
 *
 * @param a of y[n], y[n-1], ...
 * @param b of h^d f[n], h^d f[n-1], ...; as many as {@code a}
 * @param equationOrder d, 1 or 2
 */
public record Recurrence(
    List<Double> a, List<Double> b, @JsonProperty("equation_order") int equationOrder) {

  private static final double ROUNDING = 1e-9;

  public Recurrence {
    a = List.copyOf(a);
    b = List.copyOf(b);
  }

  /** What an input is: y[n-back], or h^d f[n-back]. */
  private record Meaning(boolean isValue, int back) {}

  /**
   * Recovers the recurrence.
   *
   * @param values the number that a factor stands for
   * @return empty if the program is no step of a recurrence: that is, if it evaluates the vector
   *     field otherwise than once at y[n], or if its next state is not y[n+1] with the values that
   *     the state had before and h^d f[n]
   */
  public static Optional<Recurrence> of(BlockProgram program, ToDoubleFunction<Factor> values) {
    int inputs = program.inputs().size();
    if (program.evaluations() != 1 || program.outputs().size() != inputs || inputs < 2) {
      return Optional.empty();
    }
    LinearForms forms = new LinearForms(inputs, 1);
    forms.run(program, values);
    double[] yn = new double[inputs + 1];
    yn[0] = 1;
    Optional<List<Meaning>> meanings = meanings(forms.state());
    if (!Arrays.equals(forms.arguments().get(0), yn) || meanings.isEmpty()) {
      return Optional.empty();
    }
    int length = meanings.get().stream().mapToInt(Meaning::back).max().orElse(0) + 1;
    double[] a = new double[length];
    double[] b = new double[length];
    double[] next = forms.state().get(0);
    for (int i = 0; i < inputs; i++) {
      Meaning meaning = meanings.get().get(i);
      (meaning.isValue() ? a : b)[meaning.back()] = next[i];
    }
    b[0] = next[inputs];
    return Optional.of(
        new Recurrence(
            Arrays.stream(a).boxed().toList(),
            Arrays.stream(b).boxed().toList(),
            program.stepPower()));
  }

  /** An input is one step older than what the next block gets in its place. */
  private static Optional<List<Meaning>> meanings(List<double[]> outputs) {
    List<Meaning> meanings = new ArrayList<>(List.of(new Meaning(true, 0)));
    for (int i = 1; i < outputs.size(); i++) {
      int place = unit(outputs.get(i));
      if (place == outputs.size()) {
        meanings.add(new Meaning(false, 1));
      } else if (place >= 0 && place < i) {
        Meaning younger = meanings.get(place);
        meanings.add(new Meaning(younger.isValue(), younger.back() + 1));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(meanings);
  }

  /** The place of the 1 of a unit vector, or -1. */
  private static int unit(double[] form) {
    int place = -1;
    for (int i = 0; i < form.length; i++) {
      if (form[i] == 1 && place < 0) {
        place = i;
      } else if (form[i] != 0) {
        return -1;
      }
    }
    return place;
  }

  /**
   * Whether the vector field has the step size in it: y[n+1] = y[n] is kept, and C_1 is not 0. Then
   * f is {@link #absorbed} times h g of an ODE y' = g(y).
   */
  boolean absorbsStepSize() {
    return equationOrder == 1
        && Math.abs(constant(0, 1)) <= ROUNDING
        && Math.abs(constant(1, 1)) > ROUNDING;
  }

  /** The c = rho'(1) / sigma(1) with which f = c h g makes C_1 = 0. */
  public double absorbed() {
    double slope = 1;
    double sum = 0;
    for (int j = 0; j < a.size(); j++) {
      slope += j * a.get(j);
      sum += b.get(j);
    }
    return slope / sum;
  }

  /**
   * The constant C_q of the local error (Hairer, N&oslash;rsett, Wanner I, sections III.2 and
   * III.10), 0 for q up to the order plus d - 1: (1 - sum a_j (-j)^q) / q! - c sum b_j (-j)^(q-d) /
   * (q-d)!, with 0^0 = 1.
   *
   * @param q at least 0
   * @param c what the b_j are multiplied by
   */
  public double constant(int q, double c) {
    int power = q - equationOrder;
    double ofValues = 1;
    double ofField = 0;
    for (int j = 0; j < a.size(); j++) {
      ofValues -= a.get(j) * Math.pow(-j, q);
      ofField += power < 0 ? 0 : b.get(j) * Math.pow(-j, power);
    }
    return ofValues / factorial(q) - c * ofField / factorial(power);
  }

  private static double factorial(int n) {
    return IntStream.rangeClosed(2, n).asDoubleStream().reduce(1, (left, right) -> left * right);
  }

  /** The coefficients of rho(w) = w^k - sum_j a_j w^(k-1-j), from that of the power 0. */
  public double[] rho() {
    int k = a.size();
    double[] rho = new double[k + 1];
    rho[k] = 1;
    for (int j = 0; j < k; j++) {
      rho[k - 1 - j] = -a.get(j);
    }
    return rho;
  }

  /**
   * The largest modulus of the roots of rho by which zero-stability is lost: without the one that
   * is nearest to 1, and of y'' = f(y) of all, as two are near 1 and can both leave the unit disc.
   */
  public double largestRoot() {
    return equationOrder == 1
        ? RootCondition.largestParasitic(rho())
        : RootCondition.largest(rho());
  }

  /** As a line of text: {@code y[n+1] = 0.7500 y[n] + 0.2500 y[n-1] + 1.0020 h f[n]}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int j = 0; j < a.size(); j++) {
      TableauText.append(text, a.get(j), "y" + index(j));
    }
    for (int j = 0; j < b.size(); j++) {
      TableauText.append(text, b.get(j), field() + index(j));
    }
    return "y[n+1] = " + text;
  }

  /** What the b_j are coefficients of: {@code h f}, {@code h^2 f}. */
  public String field() {
    return Instruction.Evaluate.stepText(equationOrder) + " f";
  }

  /** The index of a value so many steps back: {@code [n-1]}. */
  static String index(int back) {
    return back == 0 ? "[n]" : "[n-" + back + "]";
  }
}
