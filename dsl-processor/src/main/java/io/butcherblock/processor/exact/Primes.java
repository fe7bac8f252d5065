package io.butcherblock.processor.exact;

import java.util.ArrayList;
import java.util.List;

/**
 * Primes below 2^30, largest first, that leave the remainder 3 when divided by 4: square roots
 * modulo such a prime are powers. A product of two residues fits into a long, and so does the sum
 * of eight products.
 */
final class Primes {

  private static final int LARGEST = 1 << 30;
  private static final int[] SMALL = small();
  private static final List<Integer> FOUND = new ArrayList<>();

  private Primes() {}

  /** Prime number {@code index}, from 0. */
  static synchronized int get(int index) {
    while (FOUND.size() <= index) {
      int candidate = FOUND.isEmpty() ? LARGEST - 1 : FOUND.get(FOUND.size() - 1) - 4;
      while (!isPrime(candidate)) {
        candidate -= 4;
      }
      FOUND.add(candidate);
    }
    return FOUND.get(index);
  }

  private static boolean isPrime(int number) {
    for (int prime : SMALL) {
      if (number % prime == 0) {
        return false;
      }
    }
    return true;
  }

  /** The primes up to 2^15. */
  private static int[] small() {
    List<Integer> primes = new ArrayList<>();
    for (int n = 2; n < 1 << 15; n++) {
      int number = n;
      if (primes.stream().takeWhile(p -> p * p <= number).noneMatch(p -> number % p == 0)) {
        primes.add(n);
      }
    }
    return primes.stream().mapToInt(p -> p).toArray();
  }
}
