package io.butcherblock.cli;

import io.butcherblock.InferenceOptions;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** {@code --tile} and {@code --self-ensemble}, for commands that enlarge images. */
final class UpscalerOptions {

  @Option(
      names = "--tile",
      paramLabel = "N|auto",
      defaultValue = "auto",
      converter = TileConverter.class,
      description = "Side of a tile in input pixels (default: auto, what fits 512 MiB).")
  private OptionalInt tile;

  @Option(
      names = "--self-ensemble",
      description = "Average the output over the eight symmetries of the square.")
  private boolean selfEnsemble;

  /** The options given, put into {@code options}. */
  InferenceOptions set(InferenceOptions options) {
    InferenceOptions chosen = options.withSelfEnsemble(selfEnsemble);
    return tile.isPresent() ? chosen.withTileSize(tile.getAsInt()) : chosen;
  }

  boolean selfEnsemble() {
    return selfEnsemble;
  }

  /** The size that was asked for: a number, or {@code auto}. */
  String tile() {
    return tile.isPresent() ? String.valueOf(tile.getAsInt()) : "auto";
  }
}
