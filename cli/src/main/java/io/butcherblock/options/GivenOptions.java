package io.butcherblock.options;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What a command was given, by the names of its options without dashes; defaults do not count. */
public final class GivenOptions {

  /** The name of the one argument that is no option. */
  public static final String NETWORK = "network";

  /** What says how a run is started, rather than which run it is. */
  private static final Set<String> NOT_KEPT =
      Set.of("config", "help", "out", "quiet", "resume", "verbose", "version");

  private GivenOptions() {}

  /** The name of an option or argument: its longest, without dashes. */
  public static String name(ArgSpec each) {
    return each instanceof OptionSpec option
        ? Arrays.stream(option.names())
            .max(Comparator.comparingInt(String::length))
            .orElseThrow()
            .replaceFirst("^-+", "")
        : NETWORK;
  }

  /** Whether an option takes no value. */
  public static boolean isFlag(ArgSpec option) {
    return option.isOption() && option.arity().max() == 0;
  }

  /** The options given, in alphabetical order, with the texts that were given. */
  public static Map<String, List<String>> of(ParseResult parsed) {
    Map<String, List<String>> given = new TreeMap<>();
    for (OptionSpec option : parsed.matchedOptions()) {
      given.put(
          name(option),
          isFlag(option) ? List.of("true") : List.copyOf(option.originalStringValues()));
    }
    for (PositionalParamSpec argument : parsed.matchedPositionals()) {
      given.put(name(argument), List.copyOf(argument.originalStringValues()));
    }
    return given;
  }

  /** Names of the options that are typed, also of those with a value that they do not take. */
  public static Set<String> typed(CommandSpec command, List<String> args) {
    return TypedOption.all(command, args).stream()
        .map(GivenOptions::name)
        .collect(Collectors.toSet());
  }

  /** Those that a later command needs to set up the same run, from whatever folder it is typed. */
  public static Map<String, List<String>> kept(ParseResult parsed) {
    Map<String, List<String>> kept = new LinkedHashMap<>(of(parsed));
    kept.keySet().removeAll(NOT_KEPT);
    for (OptionSpec option : parsed.matchedOptions()) {
      if (Arrays.asList(option.auxiliaryTypes()).contains(Path.class)) {
        kept.computeIfPresent(name(option), (name, files) -> absolute(files));
      }
    }
    return kept;
  }

  private static List<String> absolute(List<String> files) {
    List<String> absolute = new ArrayList<>();
    files.forEach(file -> absolute.add(Path.of(file).toAbsolutePath().toString()));
    return absolute;
  }
}
