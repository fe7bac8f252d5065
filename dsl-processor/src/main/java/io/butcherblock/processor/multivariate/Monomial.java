package io.butcherblock.processor.multivariate;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A product of powers of variables, ordered by degree and then lexicographically.
 *
 * @param powers the exponents, above 0, by variable
 */
public record Monomial(SortedMap<String, Integer> powers) implements Comparable<Monomial> {

  static final Monomial ONE = new Monomial(new TreeMap<>());

  public Monomial {
    powers = Collections.unmodifiableSortedMap(new TreeMap<>(powers));
  }

  static Monomial of(String variable) {
    return new Monomial(new TreeMap<>(Map.of(variable, 1)));
  }

  /** The exponent of a variable. */
  public int power(String variable) {
    return powers.getOrDefault(variable, 0);
  }

  int degree() {
    return powers.values().stream().mapToInt(n -> n).sum();
  }

  Monomial times(Monomial other) {
    SortedMap<String, Integer> product = new TreeMap<>(powers);
    other.powers.forEach((variable, n) -> product.merge(variable, n, Integer::sum));
    return new Monomial(product);
  }

  /** The quotient, where it is a monomial. */
  Optional<Monomial> over(Monomial divisor) {
    SortedMap<String, Integer> quotient = new TreeMap<>(powers);
    for (Map.Entry<String, Integer> power : divisor.powers.entrySet()) {
      int left = power(power.getKey()) - power.getValue();
      if (left < 0) {
        return Optional.empty();
      }
      if (left == 0) {
        quotient.remove(power.getKey());
      } else {
        quotient.put(power.getKey(), left);
      }
    }
    return Optional.of(new Monomial(quotient));
  }

  @Override
  public int compareTo(Monomial other) {
    int byDegree = Integer.compare(degree(), other.degree());
    if (byDegree != 0) {
      return byDegree;
    }
    TreeSet<String> variables = new TreeSet<>(powers.keySet());
    variables.addAll(other.powers.keySet());
    return variables.stream()
        .mapToInt(variable -> Integer.compare(power(variable), other.power(variable)))
        .filter(order -> order != 0)
        .findFirst()
        .orElse(0);
  }

  @Override
  public String toString() {
    return powers.entrySet().stream()
        .map(power -> power.getKey() + (power.getValue() == 1 ? "" : "^" + power.getValue()))
        .collect(Collectors.joining(" "));
  }
}
