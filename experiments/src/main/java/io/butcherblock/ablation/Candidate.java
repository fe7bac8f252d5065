package io.butcherblock.ablation;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.text.TextTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Device;

/**
 * A network of the table.
 *
 * @param title what it is called; no two of a table have the same
 * @param size what it costs as a whole
 * @param cost its multiply-accumulates as a multiple of those of the reference network
 * @param costly whether a single block costs more than twice what it has for all
 * @param declared whether it is told from others by the name that it is declared by, and not by its
 *     scheme and vector field, which can be those of others too
 */
public record Candidate(
    String title,
    NetworkSpec spec,
    NetworkSize size,
    double cost,
    boolean costly,
    boolean declared) {

  private static final List<String> FIGURES = List.of("blocks", "parameters", "MACs (G)", "cost");

  /**
   * A network that is called by its scheme and vector field, as {@code leapfrog gv2}, or {@code
   * leapfrog gv2 frozen}.
   */
  Candidate(NetworkSpec spec, NetworkSize size, double cost, boolean costly) {
    this(
        spec.scheme().facts().name() + " " + spec.vectorField().name() + kind(spec, " %s"),
        spec,
        size,
        cost,
        costly,
        /* declared= */ false);
  }

  /** The same network by the name that it is declared by. */
  Candidate byItsName() {
    return new Candidate(spec.name(), spec, size, cost, costly, /* declared= */ true);
  }

  /** Of what kind the coefficients are, unless they are trained one by one, as they mostly are. */
  private static String kind(NetworkSpec spec, String format) {
    return spec.coefficients() == Coefficients.TRAINABLE
        ? ""
        : String.format(Locale.ROOT, format, spec.coefficients().name().toLowerCase(Locale.ROOT));
  }

  /** The folder of its run with a seed below that of an ablation. */
  Path folder(Path ablation, long seed) {
    String runs =
        declared
            ? spec.name()
            : spec.scheme().facts().name() + "/" + spec.vectorField().name() + kind(spec, "/%s");
    return ablation.resolve("runs").resolve(runs).resolve("seed" + seed);
  }

  /** The same network by another title. */
  Candidate titled(String other) {
    return new Candidate(other, spec, size, cost, costly, declared);
  }

  /** Blocks and channels, as {@code 2 x 32}. */
  public String shape() {
    return spec.blocks() + " x " + spec.channels();
  }

  /** Title and shape, for pictures. */
  String caption() {
    return title + ", " + shape();
  }

  /**
   * Makes the network.
   *
   * @param seed of its weights
   * @return the network in the precision of the settings; the caller closes it
   */
  SuperResolutionNetwork open(Settings settings, long seed, Device device) {
    SuperResolutionNetwork network =
        new SuperResolutionNetwork(spec, settings.scale(), seed, device);
    network.use(settings.precision());
    return network;
  }

  /** What tells it from the others of its table, for the headings of two columns. */
  List<String> keys() {
    return List.of(declared ? "network" : "scheme", "G");
  }

  /** The headings of {@link #cells}. */
  List<String> head() {
    return Stream.concat(keys().stream(), FIGURES.stream()).toList();
  }

  /** Name, size and cost, for a row under {@link #head}. */
  List<String> cells() {
    return List.of(
        declared ? spec.name() : spec.scheme().facts().name() + kind(spec, " (%s)"),
        spec.vectorField().name(),
        shape(),
        String.format(Locale.ROOT, "%,d", size.parameters()),
        String.format(Locale.ROOT, "%.1f", size.macs() / 1e9),
        String.format(Locale.ROOT, "%.2fx", cost));
  }

  /** What all cost compared with the reference. */
  public static TextTable costs(List<Candidate> candidates) {
    Candidate any = candidates.get(0);
    TextTable table =
        new TextTable(any.head().toArray(String[]::new)).keys(any.keys().toArray(String[]::new));
    candidates.forEach(each -> table.row(each.cells().toArray(String[]::new)));
    return table;
  }
}
