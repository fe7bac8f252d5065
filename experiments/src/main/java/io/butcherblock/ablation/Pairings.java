package io.butcherblock.ablation;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.VectorFieldFactory;
import java.util.Comparator;
import java.util.List;

/** Each of some schemes with each of some vector fields. */
public final class Pairings {

  private Pairings() {}

  /**
   * Networks with a vector field of its own for each stage, and step size 1; schemes are the outer
   * loop.
   *
   * @param kinds of coefficients; a scheme is combined with those that make another network of it
   * @throws io.butcherblock.error.ButcherblockException if all kinds are {@link
   *     Coefficients#FAMILY} and a scheme has no free parameters
   */
  public static List<NetworkSpec> of(
      List<OdeScheme> schemes,
      List<VectorFieldFactory> vectorFields,
      List<Coefficients> kinds,
      Catalogue catalogue) {
    return schemes.stream()
        .distinct()
        .flatMap(
            scheme ->
                vectorFields.stream()
                    .distinct()
                    .map(vectorField -> network(scheme, vectorField, catalogue)))
        .flatMap(
            network -> kindsFor(network.scheme(), kinds).stream().map(network::withCoefficients))
        .toList();
  }

  private static List<Coefficients> kindsFor(OdeScheme scheme, List<Coefficients> kinds) {
    List<Coefficients> different =
        kinds.stream()
            .distinct()
            .filter(kind -> kind != Coefficients.FAMILY || scheme.hasFreeParameters())
            // Without a coefficient to be trained, trained and frozen ones are the same.
            .filter(
                kind ->
                    kind != Coefficients.FROZEN
                        || !kinds.contains(Coefficients.TRAINABLE)
                        || !scheme.program(Coefficients.TRAINABLE).coefficients().isEmpty())
            .toList();
    return different.isEmpty() ? kinds : different;
  }

  /**
   * Goes by the name of a declared network, if there is one, rather a small one of this scheme:
   * weights of that name can be evaluated and used.
   */
  private static NetworkSpec network(
      OdeScheme scheme, VectorFieldFactory vectorField, Catalogue catalogue) {
    String name = scheme.facts().name();
    return catalogue.networks().values().stream()
        .filter(declared -> declared.stepSize() == 1)
        .filter(declared -> declared.coefficients() == Coefficients.TRAINABLE)
        .filter(declared -> declared.sharing() == WeightSharing.PER_STAGE)
        .min(
            Comparator.comparing(
                    (NetworkSpec declared) -> !declared.scheme().facts().name().equals(name))
                .thenComparing(NetworkSpec::channels))
        .map(declared -> declared.withScheme(scheme).withVectorField(vectorField))
        .orElseGet(() -> unnamed(scheme, vectorField));
  }

  private static NetworkSpec unnamed(OdeScheme scheme, VectorFieldFactory vectorField) {
    return new NetworkSpec(
        scheme.facts().name(),
        scheme,
        vectorField,
        1,
        1,
        1,
        Coefficients.TRAINABLE,
        WeightSharing.PER_STAGE,
        "");
  }

  /**
   * All schemes, those with the fewest evaluations in a block first, and of these those whose
   * blocks need nothing of each other.
   */
  public static List<OdeScheme> allSchemes(Catalogue catalogue) {
    return catalogue.schemes().values().stream()
        .sorted(
            Comparator.comparing(
                    (OdeScheme scheme) -> scheme.program(Coefficients.TRAINABLE).evaluations())
                .thenComparing(scheme -> scheme.programs(Coefficients.TRAINABLE).size()))
        .toList();
  }
}
