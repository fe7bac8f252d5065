package io.butcherblock.cli;

import io.butcherblock.error.PlainText;
import io.butcherblock.names.NearestName;
import io.butcherblock.options.GivenOptions;
import io.butcherblock.options.OptionEntry;
import io.butcherblock.options.OptionSynonyms;
import io.butcherblock.options.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Options of {@code train} that stand in a file, checked as those of the command line are. */
final class StoredOptions {

  /** What a file cannot say. */
  private static final Set<String> NOT_STORED = Set.of("config", "help", "verbose", "version");

  /** All options of {@code train} by their names; made once, for it takes all commands. */
  private static final Map<String, ArgSpec> SPECS =
      specs(TrainArguments.command().getCommandSpec());

  private StoredOptions() {}

  /** What arguments mean, whatever is wrong with them. */
  static ParseResult parse(List<String> arguments) {
    CommandLine program = Main.commandLine();
    program.getCommandSpec().parser().collectErrors(true);
    program
        .getSubcommands()
        .get(TrainArguments.TRAIN)
        .getCommandSpec()
        .parser()
        .collectErrors(true);
    String[] all =
        Stream.concat(Stream.of(TrainArguments.TRAIN), arguments.stream()).toArray(String[]::new);
    return program.parseArgs(all).subcommand();
  }

  /**
   * The options that are in force.
   *
   * @param given names of those that come first, so that these are left out here, and others that
   *     exclude them, too
   * @throws io.butcherblock.error.ButcherblockException if one does not exist, or stands there
   *     twice, or has a value that it does not take; also of those that are left out
   */
  static List<OptionEntry> checked(List<OptionEntry> entries, Collection<String> given) {
    Set<String> replaced = new HashSet<>(given);
    given.forEach(name -> replaced.addAll(excludedBy(SPECS.get(name))));
    Set<String> seen = new HashSet<>();
    List<OptionEntry> inForce = new ArrayList<>();
    for (OptionEntry written : entries) {
      OptionEntry entry = named(written);
      if (!seen.add(entry.name())) {
        throw entry.failure(entry.name() + " stands there twice; leave one out");
      }
      if (replaced.contains(entry.name())) {
        continue;
      }
      check(entry, SPECS.get(entry.name()));
      inForce.add(entry);
    }
    return inForce;
  }

  /** The arguments that say the same. */
  static Stream<String> arguments(OptionEntry entry) {
    if (entry.name().equals(GivenOptions.NETWORK)) {
      return entry.values().stream();
    }
    if (GivenOptions.isFlag(SPECS.get(entry.name()))) {
      return entry.values().contains("true") ? Stream.of("--" + entry.name()) : Stream.empty();
    }
    return entry.values().stream().map(value -> "--" + entry.name() + "=" + value);
  }

  private static Map<String, ArgSpec> specs(CommandSpec command) {
    Map<String, ArgSpec> specs = new LinkedHashMap<>();
    command.args().forEach(each -> specs.put(GivenOptions.name(each), each));
    return specs;
  }

  private static List<String> excludedBy(ArgSpec option) {
    return option == null || option.group() == null || !option.group().exclusive()
        ? List.of()
        : option.group().args().stream().map(GivenOptions::name).toList();
  }

  /** With the option's own name: {@code learning_rate} is {@code learning-rate}. */
  private static OptionEntry named(OptionEntry entry) {
    Set<String> names = new HashSet<>(SPECS.keySet());
    names.removeAll(NOT_STORED);
    String name = entry.name().replace('_', '-');
    if (!names.contains(name)) {
      throw entry.failure(
          "there is no option "
              + PlainText.of(entry.name())
              + OptionSynonyms.of("--" + name, each -> names.contains(each.replaceFirst("^--", "")))
                  .map(each -> each.replaceFirst("^--", ""))
                  .or(() -> NearestName.of(name, names))
                  .map(near -> "; did you mean " + near + "?")
                  .orElse("; those of 'train --help' can be given, without dashes"));
    }
    return new OptionEntry(entry.file(), name, entry.values(), entry.line());
  }

  private static void check(OptionEntry entry, ArgSpec option) {
    if (entry.values().isEmpty()) {
      throw entry.failure(entry.name() + " has no value");
    }
    if (GivenOptions.isFlag(option)) {
      if (!List.of("true").equals(entry.values()) && !List.of("false").equals(entry.values())) {
        throw entry.failure(entry.name() + " is either true or false");
      }
      return;
    }
    for (Exception error : parse(arguments(entry).toList()).errors()) {
      boolean othersMissing =
          error instanceof MissingParameterException missing
              && missing.getMissing().stream()
                  .noneMatch(each -> GivenOptions.name(each).equals(entry.name()));
      if (!othersMissing) {
        throw entry.failure(PlainText.of(Texts.ofPicocli(error.getMessage())));
      }
    }
  }
}
