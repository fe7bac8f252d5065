package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.nn.SchemeFamily;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Coefficient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every generated block is run with vector fields that return unit vectors, whatever they are
 * given, so that its tableau or recurrence can be read off, and is compared with the declaration.
 *
 * <p>The textbook's own steps are taken on the same vectors. Each evaluation that they ask for is
 * found among those that the block made, by its argument; one that the block left out must not
 * count in the result.
 */
class TranslationTest {

  /** Some roundings in double precision, of sums of numbers up to the largest in the vector. */
  private static final double ROUNDING = 1e-14;

  static Collection<String> names() {
    return Catalogue.onClassPath().schemes().values().stream()
        .map(OdeScheme::facts)
        // These have a state of two halves, or two vector fields: see their own tests.
        .filter(facts -> !(facts.family() instanceof SchemeFamily.Partitioned))
        .filter(facts -> !(facts.family() instanceof SchemeFamily.Additive))
        .map(SchemeFacts::name)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theBlockIsTheScheme(String name) {
    OdeScheme scheme = Catalogue.onClassPath().schemes().get(name);
    Members.choices(scheme)
        .forEach(
            coefficients -> {
              for (double step : new double[] {1, 0.5}) {
                check(scheme, coefficients, step);
              }
            });
  }

  private static void check(OdeScheme scheme, Coefficients coefficients, double step) {
    List<BlockProgram> programs = scheme.programs(coefficients);
    // Two more than have programs of their own: carried history is handed on twice.
    int blocks = programs.size() == 1 ? 1 : programs.size() + 2;
    int evaluations =
        IntStream.range(0, blocks)
            .map(i -> programs.get(Math.min(i, programs.size() - 1)).evaluations())
            .sum();
    ProbeVectorFields probes = new ProbeVectorFields(evaluations);
    double[] result;
    try (Parameters parameters = new Parameters();
        Tensor y0 = probes.unit(0);
        Tensor y1 =
            new BlockChain(scheme, parameters, probes, coefficients, step).forward(y0, blocks)) {
      result = Float64.read(y1);
      assertEquals(
          programs.stream()
              .flatMap(program -> program.coefficients().stream())
              .map(Coefficient::name)
              .toList(),
          parameters.byName().keySet().stream()
              .map(key -> key.substring(key.lastIndexOf('.') + 1))
              .toList());
      // The input is still the caller's.
      assertArrayEquals(Float64.read(probes.unit(0)), Float64.read(y0));
    }
    List<double[]> unmatched = new ArrayList<>(probes.arguments());
    // One place more than the block has: evaluations that it left out.
    int size = evaluations + 2;
    Textbook book =
        new Textbook(
            argument -> {
              for (int i = 0; i < unmatched.size(); i++) {
                double[] made = unmatched.get(i);
                if (made != null
                    && Textbook.isNear(Arrays.copyOf(made, size), argument, ROUNDING)) {
                  unmatched.set(i, null);
                  return Textbook.unit(size, i + 1);
                }
              }
              return Textbook.unit(size, size - 1);
            },
            step);
    double[] expected = end(book, scheme, blocks, Textbook.unit(size, 0));
    String block = scheme.facts().name() + ", " + coefficients + ", h = " + step;
    assertTrue(
        Textbook.isNear(expected, Arrays.copyOf(result, size), ROUNDING),
        () -> block + ": " + Arrays.toString(expected) + " is not " + Arrays.toString(result));
    assertTrue(
        unmatched.stream().allMatch(argument -> argument == null),
        () -> block + " evaluates what the textbook does not");
  }

  private static double[] end(Textbook book, OdeScheme scheme, int blocks, double[] y0) {
    SchemeFacts facts = scheme.facts();
    if (facts.family() instanceof SchemeFamily.RungeKutta) {
      double[] y = y0;
      for (int n = 0; n < blocks * StartOfBlock.of(facts).steps(); n++) {
        y = book.step(Members.text(scheme), y);
      }
      return y;
    }
    StartOfBlock start = StartOfBlock.of(facts);
    if (start.startingSteps() > 0 && start.scheme().isEmpty()) {
      List<double[]> begin = book.fromRest(y0, start.startingSteps());
      return book.recurrence(Members.text(scheme), begin, blocks * start.steps());
    }
    List<double[]> begin = new ArrayList<>(List.of(y0));
    for (int n = 0; n < start.startingSteps(); n++) {
      String tableau = start.scheme().orElseThrow().facts().text();
      begin.add(book.step(tableau, begin.get(n)));
    }
    return book.recurrence(Members.text(scheme), begin, blocks * start.steps());
  }
}
