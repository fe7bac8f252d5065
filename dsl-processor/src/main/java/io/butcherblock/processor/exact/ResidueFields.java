package io.butcherblock.processor.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The primes modulo which a field has residues, one after the other. */
public final class ResidueFields {

  /** Independent radicands that generate the field. */
  private final List<BigInteger> generators = new ArrayList<>();

  private int next;

  /**
   * The field that contains some numbers.
   *
   * @param numbers at most six independent square roots occur in them
   */
  public ResidueFields(Collection<Exact> numbers) {
    List<BigInteger> known = new ArrayList<>(List.of(BigInteger.ONE));
    numbers.stream()
        .map(Exact::radicands)
        .flatMap(List::stream)
        .distinct()
        .filter(radicand -> !known.contains(radicand))
        .forEach(
            radicand -> {
              if (!known.contains(radicand)) {
                generators.add(radicand);
                List.copyOf(known).forEach(d -> known.add(Radicands.product(d, radicand)));
              }
            });
  }

  /** The degree of the field over the rational numbers. */
  public int degree() {
    return 1 << generators.size();
  }

  /** The residues modulo the next prime. */
  public Residues next() {
    Optional<Residues> found = Optional.empty();
    while (found.isEmpty()) {
      found = modulo(Primes.get(next++));
    }
    return found.orElseThrow();
  }

  /** Empty where a generator is no square. */
  private Optional<Residues> modulo(int prime) {
    Map<BigInteger, Long> roots = new LinkedHashMap<>(Map.of(BigInteger.ONE, 1L));
    for (BigInteger generator : generators) {
      long square = generator.mod(BigInteger.valueOf(prime)).longValue();
      long root = Residues.power(square, (prime + 1L) / 4, prime);
      if (square == 0 || root * root % prime != square) {
        return Optional.empty();
      }
      // sqrt(d) sqrt(g) = gcd(d, g) sqrt(d g / gcd(d, g)^2)
      Map<BigInteger, Long> products = new HashMap<>();
      for (Map.Entry<BigInteger, Long> known : roots.entrySet()) {
        BigInteger d = known.getKey();
        long common = d.gcd(generator).mod(BigInteger.valueOf(prime)).longValue();
        long product = known.getValue() * root % prime;
        products.put(
            Radicands.product(d, generator),
            product * Residues.power(common, prime - 2L, prime) % prime);
      }
      roots.putAll(products);
    }
    return Optional.of(new Residues(prime, roots));
  }
}
