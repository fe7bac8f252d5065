package io.butcherblock.options;

import io.butcherblock.ablation.Candidate;
import io.butcherblock.ablation.EqualCompute;
import io.butcherblock.ablation.Pairings;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.VectorFieldFactory;
import io.butcherblock.paper.PaperTable;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/**
 * The networks of a table of {@code ablate}: one of the paper's, schemes by vector fields, or
 * declared ones.
 */
public final class AblationChoice {

  private static final String ALL = "all";

  /** What to do with a network whose single block costs more than twice what it has for all. */
  enum Costly {
    RUN,
    REFUSE
  }

  /** One of three. */
  static final class Source {

    @Option(
        names = "--table",
        required = true,
        paramLabel = "paper1|supplement1",
        description =
            "A table of the paper: EDSR's baseline, and Leapfrog and RK2 with each of three forms"
                + " of G, or, of the supplement, with the one that suits each.")
    private PaperTable table;

    @Option(
        names = "--networks",
        required = true,
        split = ",",
        paramLabel = "NAME",
        description =
            "Declared networks, which keep all but their size: their step sizes, say, or the"
                + " sharing of weights; 'butcherblock networks' lists them.")
    private List<String> networks;

    @ArgGroup(exclusive = false)
    private Parts parts;
  }

  /** The cross product. */
  static final class Parts {

    @Option(
        names = "--schemes",
        required = true,
        split = ",",
        paramLabel = "NAME",
        description = "Schemes, or 'all' there are; 'butcherblock schemes' lists them.")
    private List<String> schemes;

    @Option(
        names = "--vector-fields",
        split = ",",
        defaultValue = "gv2",
        paramLabel = "NAME",
        description =
            "Right-hand sides G, each for each scheme (default: gv2); 'butcherblock networks'"
                + " lists them.")
    private List<String> vectorFields;

    @Option(
        names = "--coefficients",
        split = ",",
        defaultValue = "trainable",
        paramLabel = "trainable|frozen|family",
        description =
            "Whether the schemes' coefficients are trained; of several, as in trainable,frozen,"
                + " each for each scheme that has it (default: trainable).")
    private List<Coefficients> coefficients;
  }

  @ArgGroup(multiplicity = "1")
  private Source source;

  @Option(
      names = "--blocks",
      paramLabel = "B",
      defaultValue = "4",
      converter = Converters.PositiveInteger.class,
      description =
          "Blocks of the reference network, the first; the others get as many as cost the same"
              + " (default: 4).")
  private int blocks;

  @Option(
      names = "--channels",
      paramLabel = "C",
      defaultValue = "32",
      converter = Converters.PositiveInteger.class,
      description = "Feature maps of all networks (default: 32).")
  private int channels;

  @Option(
      names = "--costly",
      paramLabel = "run|refuse",
      defaultValue = "run",
      description =
          "Whether to run networks of which a single block costs more than twice the compute of"
              + " all blocks of the reference (default: run).")
  private Costly costly;

  /** The networks at equal compute, the reference first. */
  public List<Candidate> candidates(int scale) {
    List<NetworkSpec> networks = networks(Catalogue.onClassPath());
    if (networks.size() < 2) {
      throw new ButcherblockException(
          "One network cannot be compared; name another scheme with --schemes, vector field with"
              + " --vector-fields, or network with --networks.");
    }
    List<Candidate> candidates =
        source.networks == null
            ? EqualCompute.of(networks, blocks, channels, scale)
            : EqualCompute.ofDeclared(networks, blocks, channels, scale);
    if (costly == Costly.REFUSE) {
      candidates.stream().filter(Candidate::costly).findFirst().ifPresent(this::refuse);
    }
    return candidates;
  }

  private void refuse(Candidate candidate) {
    throw new ButcherblockException(
        "A single block of %s costs more than twice the compute of the reference's %s; leave it out, give more --blocks, or --costly run."
            .formatted(candidate.title(), blocks));
  }

  private List<NetworkSpec> networks(Catalogue catalogue) {
    if (source.table != null) {
      return source.table.networks(catalogue);
    }
    if (source.networks != null) {
      return source.networks.stream()
          .distinct()
          .map(
              name ->
                  NetworkChoice.named(
                      "network", name, catalogue.networks(), "networks", OtherKind.OF_A_TABLE))
          .toList();
    }
    List<OdeScheme> schemes =
        source.parts.schemes.contains(ALL)
            ? Pairings.allSchemes(catalogue)
            : source.parts.schemes.stream()
                .map(
                    name ->
                        NetworkChoice.named(
                            "scheme", name, catalogue.schemes(), "schemes", OtherKind.OF_A_TABLE))
                .toList();
    List<VectorFieldFactory> vectorFields =
        source.parts.vectorFields.stream()
            .map(
                name ->
                    NetworkChoice.named(
                        "vector field",
                        name,
                        catalogue.vectorFields(),
                        "networks",
                        OtherKind.OF_A_TABLE))
            .toList();
    return Pairings.of(schemes, vectorFields, source.parts.coefficients, catalogue);
  }
}
