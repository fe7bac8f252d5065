package io.butcherblock.options;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Remedy;
import io.butcherblock.error.Setting;
import java.util.EnumMap;
import java.util.Map;

/** The settings of the library by the names of the options that set them. */
public final class OptionNames {

  private static final Map<Setting, String> NAMES = new EnumMap<>(Setting.class);

  static {
    NAMES.put(Setting.BATCH_SIZE, "--batch");
    NAMES.put(Setting.PATCH_SIZE, "--patch");
    NAMES.put(Setting.LEARNING_RATE, "--learning-rate");
    NAMES.put(Setting.SEED, "--seed");
    NAMES.put(Setting.SEEDS, "--seeds");
    NAMES.put(Setting.TIME, "--minutes");
    NAMES.put(Setting.PRECISION, "--precision");
    NAMES.put(Setting.SCALE, "--scale");
    NAMES.put(Setting.BLOCKS, "--blocks");
    NAMES.put(Setting.CHANNELS, "--channels");
    NAMES.put(Setting.SCHEME, "--scheme");
    NAMES.put(Setting.VECTOR_FIELD, "--vector-field");
    NAMES.put(Setting.COEFFICIENTS, "--coefficients");
    NAMES.put(Setting.TILE_SIZE, "--tile");
    NAMES.put(Setting.PIXEL_LIMIT, "--max-megapixels");
    NAMES.put(Setting.QUALITY, "--quality");
    NAMES.put(Setting.DEVICE, "--device");
    NAMES.put(Setting.TEST_IMAGES, "--test");
    NAMES.put(Setting.OUTPUT, "--out");
    NAMES.put(Setting.RESUME, "--resume");
    NAMES.put(Setting.ACTIVATIONS, "--activations");
    NAMES.put(Setting.DEGRADATION, "--degrade");
    NAMES.put(Setting.LEVELS, "--levels");
    NAMES.put(
        Setting.NATIVE_LIBRARY_CACHE,
        "BUTCHERBLOCK_JAVA_OPTS=-Dorg.bytedeco.javacpp.cachedir=FOLDER");
    NAMES.put(Setting.TEMPORARY_FILES, "BUTCHERBLOCK_JAVA_OPTS=-Djava.io.tmpdir=FOLDER");
  }

  private OptionNames() {}

  /** The name of the option that sets {@code setting}. */
  static String of(Setting setting) {
    return NAMES.get(setting);
  }

  /** The message of a failure, with settings named as they are given on the command line. */
  public static String message(ButcherblockException failure) {
    return failure.message(OptionNames::inWords);
  }

  private static String inWords(Remedy remedy) {
    String name = of(remedy.setting());
    return remedy.value().isEmpty() ? name : name + " " + remedy.value();
  }
}
