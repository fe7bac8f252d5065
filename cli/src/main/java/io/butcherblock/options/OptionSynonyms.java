package io.butcherblock.options;

import io.butcherblock.names.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What options are called by other programs for training and super-resolution, where the letters do
 * not tell which of ours is meant.
 */
public final class OptionSynonyms {

  /** Names of others, and of ours the one that a command has: an option, or a parameter. */
  static final Map<String, List<String>> TABLE = new LinkedHashMap<>();

  static {
    put("--lr --base-lr", "--learning-rate");
    put("--epoch --num-epochs --max-epochs --n-epochs", "--epochs");
    put("--bs --batch-size --batch-size-per-gpu --train-batch-size", "--batch");
    put("--patch-size --crop-size --gt-size", "--patch");
    put("--iters --iterations --total-iter --max-steps --num-steps", "--steps");
    put("--model-path --checkpoint --ckpt --load", "--weights", "--start-from");
    put("--pretrained --pre-train --init", "--start-from", "--weights");
    put("--model", "--weights", "NETWORK");
    put("--arch --net --network", "NETWORK", "NAME", "--networks");
    put("--input --inputs --input-dir --input-path", "--data", "IN", "RUN", "--weights");
    put("--output --output-dir --output-path --save-dir --save-path --outdir --dest", "--out");
    put("--dataset --data-dir --data-path --train-dir --train-data", "--data");
    put("--val-data --val-dir --valid --validation", "--val");
    put("--test-data --test-dir", "--test", "--data");
    put("--test", "--val", "--data");
    put("--crop-border --border", "--shave");
    put("--y-channel --test-y-channel", "--color");
    put("--gpu --gpus --gpu-id --cuda", "--device");
    put("--amp --fp16 --bf16 --half --dtype", "--precision");
    put("--tile-size --chop", "--tile");
    put("--tta --ensemble", "--self-ensemble");
    put("--upscale --outscale --factor --sf", "--scale");
    put("--random-seed --manual-seed", "--seed");
    put("--num-blocks --n-resblocks", "--blocks");
    put("--num-channels --n-feats --filters", "--channels");
    put("--method --solver --integrator", "--scheme", "--schemes");
    put("--clip --grad-clip --gradient-clip", "--max-gradient-norm");
    put("--continue --resume-from", "--resume");
    put("--force", "--overwrite");
    put("--silent", "--quiet");
  }

  private OptionSynonyms() {}

  private static void put(String theirs, String... ours) {
    for (String each : theirs.split(" ", -1)) {
      TABLE.put(each, List.of(ours));
    }
  }

  /**
   * What others call so, if it is there.
   *
   * @param typed an option without its value
   * @param isThere whether there is a name of ours
   */
  public static Optional<String> of(String typed, Predicate<String> isThere) {
    return TABLE.getOrDefault(key(typed), List.of()).stream().filter(isThere).findFirst();
  }

  /** Whether others have an option of that name. */
  public static boolean isKnown(String typed) {
    return TABLE.containsKey(key(typed));
  }

  private static String key(String typed) {
    return typed.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * What may have been meant by an option or a command that is not there, with the semicolon before
   * it: what others call so, or, of a name that no others have, the nearest one.
   *
   * @param typed without its value
   * @return empty if nothing is near
   */
  public static String hint(CommandSpec command, String typed) {
    Optional<String> hint =
        isKnown(typed)
            ? of(typed, ours -> isThere(command, ours)).map(OptionSynonyms::hint)
            : NearestName.of(typed, names(command)).map(OptionSynonyms::question);
    return hint.orElse("");
  }

  /** Whether a command has an option of a name, or a parameter with it in its label. */
  static boolean isThere(CommandSpec command, String ours) {
    return command.optionsMap().containsKey(ours)
        || command.positionalParameters().stream()
            .flatMap(parameter -> Arrays.stream(parameter.paramLabel().split("\\W+", -1)))
            .anyMatch(ours::equals);
  }

  private static List<String> names(CommandSpec command) {
    List<String> names = new ArrayList<>(command.subcommands().keySet());
    command.options().forEach(option -> names.addAll(List.of(option.names())));
    return names;
  }

  private static String hint(String ours) {
    return ours.startsWith("-")
        ? question(ours)
        : "; " + ours + " is written without an option before it";
  }

  private static String question(String name) {
    return "; did you mean " + name + "?";
  }
}
