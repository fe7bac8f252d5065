package io.butcherblock.cli;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.files.Json;
import io.butcherblock.options.GivenOptions;
import io.butcherblock.options.OptionEntry;
import io.butcherblock.options.OptionFile;
import io.butcherblock.run.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * The arguments of {@code train}, those added that stand elsewhere: in the file of {@code
 * --config}, then in the {@code run.json} of the run to resume. What is given by the command line
 * comes first.
 */
final class TrainArguments {

  private static final String TRAIN = "train";
  private static final String RESUME = "--resume";
  private static final String CONFIG = "--config";

  private final StoredOptions stored;
  private final List<String> before;
  private final List<String> after;
  private Map<String, List<String>> given;

  private TrainArguments(StoredOptions stored, List<String> before, List<String> after) {
    this.stored = stored;
    this.before = before;
    this.after = after;
  }

  /**
   * The arguments with those added that stand in files.
   *
   * @param program makes all commands, to parse with
   * @param args of any command; those of others are returned as they are
   * @throws ButcherblockException if a file cannot be read or has options that there are not, or
   *     values that they do not take
   */
  static String[] complete(Supplier<CommandLine> program, String... args) {
    int at = 0;
    while (at < args.length && args[at].startsWith("-")) {
      at++;
    }
    if (at == args.length
        || !args[at].equals(TRAIN)
        || Arrays.stream(args).noneMatch(TrainArguments::names)) {
      return args;
    }
    List<String> all = Arrays.asList(args);
    StoredOptions stored = new StoredOptions(program, TRAIN);
    return new TrainArguments(stored, all.subList(0, at + 1), all.subList(at + 1, args.length))
        .complete();
  }

  private static boolean names(String argument) {
    return argument.equals(RESUME) || argument.equals(CONFIG) || argument.startsWith(CONFIG + "=");
  }

  private String[] complete() {
    ParseResult parsed = stored.parse(after);
    if (parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested()) {
      return arguments(List.of());
    }
    given = new HashMap<>(GivenOptions.of(parsed));
    List<OptionEntry> added = new ArrayList<>();
    if (has("config") && !given.get("config").isEmpty()) {
      List<OptionEntry> entries = ofFile(Path.of(given.get("config").get(0)));
      added.addAll(checked(entries));
      added.forEach(entry -> given.put(entry.name(), entry.values()));
    }
    boolean resumes = given.getOrDefault("resume", List.of()).contains("true");
    if (resumes && !has(GivenOptions.NETWORK) && has("out")) {
      added.addAll(checked(ofRun(Path.of(given.get("out").get(0)))));
    }
    return arguments(added);
  }

  /** Those of a file that are in force: an option that is typed wrongly is meant all the same. */
  private List<OptionEntry> checked(List<OptionEntry> entries) {
    Set<String> first = new HashSet<>(given.keySet());
    first.addAll(stored.typed(after));
    return stored.checked(entries, first);
  }

  private boolean has(String name) {
    return given.containsKey(name);
  }

  private static List<OptionEntry> ofFile(Path file) {
    return isRun(file) ? ofDescription(file) : OptionFile.read(file);
  }

  /** A file that describes a run has its network as an object; options have its name. */
  private static boolean isRun(Path file) {
    return file.toString().endsWith(".json") && Json.read(file).path("network").isObject();
  }

  /** What the run in a folder was begun with. */
  private static List<OptionEntry> ofRun(Path folder) {
    if (!new RunFolder(folder).exists()) {
      throw new ButcherblockException(
          "There is no run in %s to resume; to begin one, give NETWORK, --scale and --data as well."
              .formatted(PlainText.of(folder)));
    }
    return ofDescription(new RunFolder(folder).description());
  }

  private static List<OptionEntry> ofDescription(Path file) {
    Map<String, List<String>> options = RunFolder.arguments(file);
    if (!options.containsKey(GivenOptions.NETWORK)) {
      throw new ButcherblockException(
          ("%s does not keep the options of its run, for an earlier version or another command"
                  + " wrote it; give NETWORK, --scale, --data and the others that it was begun"
                  + " with.")
              .formatted(PlainText.of(file)));
    }
    return OptionEntry.of(file, options);
  }

  /** NETWORK comes first, where no option with several values could take it for one. */
  private String[] arguments(List<OptionEntry> added) {
    Predicate<OptionEntry> isNetwork = each -> each.name().equals(GivenOptions.NETWORK);
    int end = after.indexOf("--") < 0 ? after.size() : after.indexOf("--");
    return Stream.of(
            before.stream(),
            added.stream().filter(isNetwork).flatMap(stored::arguments),
            after.subList(0, end).stream(),
            added.stream().filter(isNetwork.negate()).flatMap(stored::arguments),
            after.subList(end, after.size()).stream())
        .flatMap(each -> each)
        .toArray(String[]::new);
  }
}
