package io.butcherblock.options;

import io.butcherblock.check.CheckPart;
import io.butcherblock.device.Precision;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.ImageSize;
import io.butcherblock.image.Ratio;
import io.butcherblock.models.ImageKind;
import io.butcherblock.models.Model;
import io.butcherblock.names.NearestName;
import io.butcherblock.throughput.Variant;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options and parameters; a value that does not fit is wrong usage. */
public final class Converters {

  private Converters() {}

  private static int integer(String value, int least) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, with the numbers that are out of bounds.
    }
    if (value.matches("\\d+(,\\d+)+")) {
      throw new TypeConversionException(
          "'" + value + "' is several numbers, and one is taken; run the command once for each");
    }
    throw new TypeConversionException(
        "'" + value + "' is not a whole number from " + least + " to " + Integer.MAX_VALUE);
  }

  private static double number(String value, DoublePredicate fits, String bounds) {
    try {
      double number = Double.parseDouble(value);
      if (fits.test(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, with the numbers that are out of bounds.
    }
    throw new TypeConversionException("'" + value + "' is not a number " + bounds);
  }

  /** A whole number from 1. */
  public static final class PositiveInteger implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return integer(value, 1);
    }
  }

  /** A scale that networks are built for, of an option that may stand without one. */
  public static final class PlanScale implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      if (!value.matches("[234]")) {
        throw new TypeConversionException(
            "'" + value + "' is not a scale, 2, 3 or 4; a name is written before the option");
      }
      return Integer.parseInt(value);
    }
  }

  /** A whole number, negative ones included, that a seed can be. */
  static final class Seed implements ITypeConverter<Long> {
    @Override
    public Long convert(String value) {
      try {
        return Long.parseLong(value);
      } catch (NumberFormatException e) {
        throw new TypeConversionException(
            "'%s' is not a whole number from %s to %s"
                .formatted(value, Long.MIN_VALUE, Long.MAX_VALUE));
      }
    }
  }

  /** How often steps are halved: with 8 a network takes 256 times as long. */
  public static final class Halvings implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      if (!value.matches("[1-8]")) {
        throw new TypeConversionException("'" + value + "' is not a whole number from 1 to 8");
      }
      return Integer.parseInt(value);
    }
  }

  /** A quality of JPEG. */
  public static final class JpegQuality implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      int quality = value.matches("\\d{1,3}") ? Integer.parseInt(value) : 0;
      if (quality < 1 || quality > 100) {
        throw new TypeConversionException(
            "'" + value + "' is not a quality of JPEG, a whole number from 1 to 100");
      }
      return quality;
    }
  }

  /** A whole number from 0. */
  public static final class NonNegativeInteger implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return integer(value, 0);
    }
  }

  /** A finite number above 0, such as a learning rate. */
  public static final class PositiveNumber implements ITypeConverter<Double> {
    @Override
    public Double convert(String value) {
      return number(value, number -> number > 0 && Double.isFinite(number), "above 0");
    }
  }

  /**
   * A number that is some machine's rate: those beyond these bounds are infinite in other units.
   */
  public static final class Rate implements ITypeConverter<Double> {
    @Override
    public Double convert(String value) {
      return number(value, number -> number >= 1e-6 && number <= 1e9, "from 1e-6 to 1e9");
    }
  }

  /** A number from 0 to below 1, such as a decay of Adam. */
  static final class NumberBelowOne implements ITypeConverter<Double> {
    @Override
    public Double convert(String value) {
      return number(value, number -> number >= 0 && number < 1, "from 0 to below 1");
    }
  }

  /** A whole number from 1 to 100. */
  public static final class Quality implements ITypeConverter<OptionalInt> {
    @Override
    public OptionalInt convert(String value) {
      if (value.matches("0*([1-9]\\d?|100)")) {
        return OptionalInt.of(Integer.parseInt(value));
      }
      throw new TypeConversionException("'" + value + "' is not a whole number from 1 to 100");
    }
  }

  /** A side of a tile in pixels, or {@code auto}, which is read as empty. */
  static final class TileSide implements ITypeConverter<OptionalInt> {
    @Override
    public OptionalInt convert(String value) {
      return value.equalsIgnoreCase("auto")
          ? OptionalInt.empty()
          : OptionalInt.of(integer(value, 1));
    }
  }

  /** A scale such as 2, 1/3 or 2.5. */
  public static final class Scale implements ITypeConverter<Ratio> {
    @Override
    public Ratio convert(String value) {
      try {
        return Ratio.parse(value);
      } catch (ButcherblockException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** A factor from 1 such as 2, 5/2 or 2.5. */
  static final class Factor implements ITypeConverter<Ratio> {
    @Override
    public Ratio convert(String value) {
      Ratio ratio = new Scale().convert(value);
      if (ratio.value() < 1) {
        throw new TypeConversionException(
            "'" + value + "' makes images smaller, which resize does; it is at least 1");
      }
      return ratio;
    }
  }

  /** A way to run a network in Python, written with dashes. */
  public static final class PythonVariant implements ITypeConverter<Variant> {
    @Override
    public Variant convert(String value) {
      return named(value, Variant.values());
    }
  }

  /** A kind of images that trained weights are for. */
  public static final class KindOfImages implements ITypeConverter<ImageKind> {
    @Override
    public ImageKind convert(String value) {
      Optional<Model> weights = ModelNames.find(value);
      if (weights.isPresent()) {
        throw new TypeConversionException(
            "'%s' is the name of trained weights; write %s"
                .formatted(value, ModelNames.options(weights.get())));
      }
      return named(value.toLowerCase(Locale.ROOT), ImageKind.values());
    }
  }

  /** A part of a check, written with dashes. */
  public static final class PartOfCheck implements ITypeConverter<CheckPart> {
    @Override
    public CheckPart convert(String value) {
      if (value.equals("throughput")) {
        throw new TypeConversionException(
            "'throughput' is in two parts, %s and %s"
                .formatted(CheckPart.TRAINING_RATE, CheckPart.INFERENCE_RATE));
      }
      return named(value, CheckPart.values());
    }
  }

  /** A precision of computing, in lower case. */
  public static final class PrecisionName implements ITypeConverter<Precision> {
    @Override
    public Precision convert(String value) {
      return named(value, Precision.values());
    }
  }

  private static <T> T named(String value, T[] all) {
    return Arrays.stream(all)
        .filter(one -> one.toString().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is none of %s%s"
                        .formatted(value, Arrays.toString(all), meant(value, all))));
  }

  private static String meant(String value, Object[] all) {
    return NearestName.of(value, Arrays.stream(all).map(Object::toString).toList())
        .map(name -> "; did you mean " + name + "?")
        .orElse("");
  }

  /** A number of patches, or {@code largest}, which is read as empty. */
  public static final class PatchCount implements ITypeConverter<OptionalInt> {

    public static final OptionalInt LARGEST = OptionalInt.empty();

    @Override
    public OptionalInt convert(String value) {
      return value.equals("largest") ? LARGEST : OptionalInt.of(integer(value, 1));
    }
  }

  /** A width and a height in pixels: {@code 640x360}. */
  public static final class WidthAndHeight implements ITypeConverter<ImageSize> {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4})[xX*]([1-9]\\d{0,4})");

    @Override
    public ImageSize convert(String value) {
      Matcher size = FORM.matcher(value);
      if (!size.matches()) {
        throw new TypeConversionException("'" + value + "' is not a size such as 640x360");
      }
      return new ImageSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
    }
  }

  /** A file or folder in a list of several, where a mistyped option would else be taken for one. */
  public static final class InputPath implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
      if (value.startsWith("--")) {
        throw new TypeConversionException(
            "'" + value + "' is no option of this command; a file of that name is ./" + value);
      }
      return Path.of(value);
    }
  }

  /** A picture to write. */
  public static final class PictureFile implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
      return ending(value, ".png");
    }
  }

  /** Curves to write, as a picture or as a table of their points. */
  public static final class CurvesFile implements ITypeConverter<Path> {

    private static final String TABLE = ".csv";

    @Override
    public Path convert(String value) {
      return ending(value, ".png", ".svg", TABLE);
    }

    public static boolean isTable(Path file) {
      return file.toString().toLowerCase(Locale.ROOT).endsWith(TABLE);
    }
  }

  /** A diagram to write, in Mermaid's language or in Graphviz's. */
  public static final class DiagramFile implements ITypeConverter<Path> {

    public static final String MERMAID = ".mmd";

    @Override
    public Path convert(String value) {
      return ending(value, MERMAID, ".dot");
    }
  }

  /** The ending of a file to write says what is written into it. */
  private static Path ending(String value, String... endings) {
    if (Arrays.stream(endings).noneMatch(value.toLowerCase(Locale.ROOT)::endsWith)) {
      throw new TypeConversionException(
          "'" + value + "' does not end in " + String.join(" or ", List.of(endings)));
    }
    return Path.of(value);
  }

  /**
   * {@code NAME=FILE}, or {@code NAME:SCALE=FILE} where the file does not say its scale.
   *
   * @param network a network's name
   * @param scale the scale, if it is given
   */
  public record NamedWeights(String network, OptionalInt scale, Path file) {

    private static final Pattern FORM = Pattern.compile("([^=:]+)(?::x?([234]))?=(.+)");

    /** Reads one. */
    public static final class Converter implements ITypeConverter<NamedWeights> {
      @Override
      public NamedWeights convert(String value) {
        Matcher form = FORM.matcher(value);
        if (!form.matches()) {
          throw new TypeConversionException(
              "'" + value + "' is not NETWORK=FILE or NETWORK:SCALE=FILE");
        }
        String scale = form.group(2);
        return new NamedWeights(
            form.group(1),
            scale == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(scale)),
            Path.of(form.group(3)));
      }
    }
  }
}
