package io.butcherblock.weights;

import io.butcherblock.degrade.Degradation;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.models.Model;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.tensorfiles.Safetensors;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a weights file says about its network. Safetensors files of this library have all of it as
 * metadata, state dicts of PyTorch nothing.
 *
 * @param network the name of the declared network
 * @param scale the enlargement: 2, 3 or 4
 * @param scheme the name of the ODE scheme
 * @param vectorField the name of the vector field G
 * @param blocks the number of blocks, at least 1
 * @param channels the number of feature maps, at least 1
 * @param coefficients whether the scheme's coefficients are trained
 * @param definition how scheme, vector field and network were declared when the weights were
 *     trained
 * @param degradation what the low-resolution images went through that the network was trained for,
 *     as {@link Degradation} names it; empty if nothing, or if the file does not say
 * @param doublings how often the blocks are still to be doubled, in a run of several levels that
 *     has not come to the last; otherwise empty
 */
public record WeightsInfo(
    Optional<String> network,
    OptionalInt scale,
    Optional<String> scheme,
    Optional<String> vectorField,
    OptionalInt blocks,
    OptionalInt channels,
    Optional<Coefficients> coefficients,
    NetworkDefinition definition,
    Optional<String> degradation,
    OptionalInt doublings) {

  /** Nothing is known of the network: all parts are empty. */
  public static final WeightsInfo NONE = of(Map.of());

  private static final String NETWORK = "network";
  private static final String SCALE = "scale";
  private static final String SCHEME = "scheme";
  private static final String VECTOR_FIELD = "vector_field";
  private static final String BLOCKS = "blocks";
  private static final String CHANNELS = "channels";
  private static final String COEFFICIENTS = "coefficients";
  private static final String DEGRADATION = "degradation";
  private static final String DOUBLINGS = "doublings_to_come";

  /** The key of the vector field in files from before version 0.1.0. */
  private static final String OLD_VECTOR_FIELD = "derivative";

  /**
   * The full description of a network.
   *
   * @param network stays the caller's
   */
  public static WeightsInfo of(SuperResolutionNetwork network) {
    return of(network.spec(), network.scale());
  }

  /**
   * The full description of a network that would be built from {@code spec}.
   *
   * @param scale the enlargement: 2, 3 or 4
   */
  public static WeightsInfo of(NetworkSpec spec, int scale) {
    return new WeightsInfo(
        Optional.of(spec.name()),
        OptionalInt.of(scale),
        Optional.of(spec.scheme().facts().name()),
        Optional.of(spec.vectorField().name()),
        OptionalInt.of(spec.blocks()),
        OptionalInt.of(spec.channels()),
        Optional.of(spec.coefficients()),
        NetworkDefinition.of(spec),
        Optional.empty(),
        OptionalInt.empty());
  }

  /**
   * A copy of this description of weights that were trained for a degradation.
   *
   * @param trained nothing is noted of {@link Degradation#CLEAN}, which is what files mean that say
   *     nothing
   */
  public WeightsInfo withDegradation(Degradation trained) {
    return ofThisNetwork(
        trained == Degradation.CLEAN ? Optional.empty() : Optional.of(trained.toString()),
        doublings);
  }

  /**
   * A copy of this description of weights that were trained for the same degradation as others.
   *
   * @param other says nothing of a degradation where there was none
   */
  public WeightsInfo withDegradationOf(WeightsInfo other) {
    return ofThisNetwork(other.degradation, doublings);
  }

  /**
   * A copy of this description of weights from a level of a run before the last.
   *
   * @param count how often the blocks are still to be doubled; nothing is noted of 0
   */
  public WeightsInfo withDoublings(int count) {
    return ofThisNetwork(degradation, count == 0 ? OptionalInt.empty() : OptionalInt.of(count));
  }

  /** A copy of this description with all that is said of the network. */
  private WeightsInfo ofThisNetwork(Optional<String> trained, OptionalInt count) {
    return new WeightsInfo(
        network,
        scale,
        scheme,
        vectorField,
        blocks,
        channels,
        coefficients,
        definition,
        trained,
        count);
  }

  /** Only the name of the declared network is known. */
  public static WeightsInfo ofNetwork(String name) {
    return of(Map.of(NETWORK, name));
  }

  private WeightsInfo scaleAlone() {
    return scale.isPresent() ? of(Map.of(SCALE, String.valueOf(scale.getAsInt()))) : NONE;
  }

  /**
   * Reads what a weights file says about its network. Needs no native library.
   *
   * @param weights a safetensors file, or a state dict of {@code torch.save}
   * @return {@link #NONE} for a state dict
   * @throws ButcherblockException if the file cannot be read, or a number in it is not valid
   */
  public static WeightsInfo read(Path weights) {
    return of(Weights.metadata(weights));
  }

  /**
   * Reads what weights on the class path say about their network. Needs no native library.
   *
   * @throws ButcherblockException if they cannot be read, or a number in them is not valid
   */
  public static WeightsInfo read(Model model) {
    Map<String, String> metadata =
        model.read((in, bytes) -> Safetensors.metadata(in, bytes, model.name()));
    return of(metadata);
  }

  /**
   * Reads a description from text by name, the form that {@link #toMap} returns. Unknown names are
   * ignored.
   *
   * @throws ButcherblockException if scale, blocks or channels is no number above 0, or
   *     coefficients are neither trainable nor frozen
   */
  public static WeightsInfo of(Map<String, String> metadata) {
    return new WeightsInfo(
        text(metadata, NETWORK),
        number(metadata, SCALE),
        text(metadata, SCHEME),
        text(metadata, VECTOR_FIELD).or(() -> text(metadata, OLD_VECTOR_FIELD)),
        number(metadata, BLOCKS),
        number(metadata, CHANNELS),
        text(metadata, COEFFICIENTS).map(WeightsInfo::coefficients),
        NetworkDefinition.of(metadata),
        text(metadata, DEGRADATION),
        number(metadata, DOUBLINGS));
  }

  /**
   * The parts that are known, as text by name, for the metadata of a file: {@code network}, {@code
   * scale}, {@code blocks} and so on.
   */
  public Map<String, String> toMap() {
    Map<String, String> metadata = new LinkedHashMap<>();
    network.ifPresent(name -> metadata.put(NETWORK, name));
    scale.ifPresent(number -> metadata.put(SCALE, String.valueOf(number)));
    scheme.ifPresent(name -> metadata.put(SCHEME, name));
    vectorField.ifPresent(name -> metadata.put(VECTOR_FIELD, name));
    blocks.ifPresent(number -> metadata.put(BLOCKS, String.valueOf(number)));
    channels.ifPresent(number -> metadata.put(CHANNELS, String.valueOf(number)));
    coefficients.ifPresent(
        kind -> metadata.put(COEFFICIENTS, kind.name().toLowerCase(Locale.ROOT)));
    degradation.ifPresent(name -> metadata.put(DEGRADATION, name));
    doublings.ifPresent(number -> metadata.put(DOUBLINGS, String.valueOf(number)));
    metadata.putAll(definition.toMap());
    return metadata;
  }

  /** {@link #toMap} without what is no name and no size. */
  public Map<String, String> namesAndSizes() {
    Map<String, String> parts = toMap();
    parts.keySet().removeAll(definition.toMap().keySet());
    parts.remove(DEGRADATION);
    parts.remove(DOUBLINGS);
    return parts;
  }

  /**
   * Compares what the file says with the network that its weights are to be used in: scheme, vector
   * field, coefficients, weight sharing and step size, by name and as they were declared when the
   * weights were trained. What the file does not say is not compared. Sizes are told by the shapes
   * of tensors.
   *
   * @param spec the network as it is declared now
   * @param where the file or folder, for the message of a failure
   * @throws ButcherblockException if the network would not compute what was trained; the message
   *     has both declarations
   */
  public void check(NetworkSpec spec, Path where) {
    new DefinitionCheck(where, this, of(spec, 2)).check();
  }

  /**
   * Combines two descriptions: the parts of this one, and where a part is empty that of {@code
   * other}. If both name a network and the names differ, only the scale is taken from {@code
   * other}, since the rest describes a different network.
   */
  public WeightsInfo orElse(WeightsInfo other) {
    boolean same = network.isEmpty() || network.equals(other.network);
    WeightsInfo rest = same ? other : other.scaleAlone();
    return new WeightsInfo(
        network.or(() -> rest.network),
        scale.isPresent() ? scale : rest.scale,
        scheme.or(() -> rest.scheme),
        vectorField.or(() -> rest.vectorField),
        blocks.isPresent() ? blocks : rest.blocks,
        channels.isPresent() ? channels : rest.channels,
        coefficients.or(() -> rest.coefficients),
        definition.equals(NetworkDefinition.NONE) ? rest.definition : definition,
        degradation.or(() -> rest.degradation),
        doublings.isPresent() ? doublings : rest.doublings);
  }

  /**
   * Looks up the named network, changed to the size, scheme, vector field and coefficients that are
   * known; its step size is twice as large for each doubling of its blocks that is still to come.
   *
   * @param catalogue where names are looked up
   * @throws ButcherblockException if no network is named, or the network, its scheme or its vector
   *     field is not in the catalogue
   */
  public NetworkSpec spec(Catalogue catalogue) {
    String name =
        network.orElseThrow(
            () ->
                new ButcherblockException(
                    "The weights do not say of which network they are; name it."));
    NetworkSpec spec = OnClassPath.find("network", name, catalogue.networks(), Optional.empty());
    if (scheme.isPresent()) {
      spec =
          spec.withScheme(
              OnClassPath.find(
                  "scheme", scheme.get(), catalogue.schemes(), definition.schemeDeclaredBy()));
    }
    if (vectorField.isPresent()) {
      spec =
          spec.withVectorField(
              OnClassPath.find(
                  "vector field",
                  vectorField.get(),
                  catalogue.vectorFields(),
                  definition.vectorFieldClass()));
    }
    if (coefficients.isPresent()) {
      spec = spec.withCoefficients(coefficients.get());
    }
    if (doublings.isPresent()) {
      spec = spec.withStepSize(Math.scalb(spec.stepSize(), doublings.getAsInt()));
    }
    return spec.withSize(blocks.orElse(spec.blocks()), channels.orElse(spec.channels()));
  }

  private static Optional<String> text(Map<String, String> metadata, String key) {
    return Optional.ofNullable(metadata.get(key));
  }

  private static Coefficients coefficients(String text) {
    for (Coefficients coefficients : Coefficients.values()) {
      if (coefficients.name().equalsIgnoreCase(text)) {
        return coefficients;
      }
    }
    throw new ButcherblockException(
        "The weights say of themselves \"%s\": \"%s\", which is none of trainable, frozen and family; the file is damaged, or of a later version."
            .formatted(COEFFICIENTS, PlainText.shortOf(text)));
  }

  private static OptionalInt number(Map<String, String> metadata, String key) {
    String text = metadata.get(key);
    if (text == null) {
      return OptionalInt.empty();
    }
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return OptionalInt.of(number);
      }
    } catch (NumberFormatException e) {
      // Told below, with the numbers that are out of bounds.
    }
    throw new ButcherblockException(
        "The weights say of themselves \"%s\": \"%s\", which is no number above 0; the file is damaged."
            .formatted(key, PlainText.shortOf(text)));
  }
}
