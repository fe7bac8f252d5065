package io.butcherblock.cli;

import io.butcherblock.error.PlainText;
import io.butcherblock.names.NearestName;
import io.butcherblock.options.ExclusiveOptions;
import io.butcherblock.options.GivenOptions;
import io.butcherblock.options.OptionEntry;
import io.butcherblock.options.OptionSynonyms;
import io.butcherblock.options.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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

  private final Supplier<CommandLine> program;
  private final String command;
  private final CommandSpec spec;

  /** All options of the command by their names. */
  private final Map<String, ArgSpec> specs;

  /**
   * Options of a command.
   *
   * @param program makes all commands, to parse with
   * @param command the name of the command
   */
  StoredOptions(Supplier<CommandLine> program, String command) {
    this.program = program;
    this.command = command;
    this.spec = program.get().getSubcommands().get(command).getCommandSpec();
    this.specs = specs(spec);
  }

  /** What arguments mean, whatever is wrong with them. */
  ParseResult parse(List<String> arguments) {
    CommandLine line = program.get();
    line.getCommandSpec().parser().collectErrors(true);
    line.getSubcommands().get(command).getCommandSpec().parser().collectErrors(true);
    String[] all = Stream.concat(Stream.of(command), arguments.stream()).toArray(String[]::new);
    return line.parseArgs(all).subcommand();
  }

  /** Names of the options that are typed, whatever their values are. */
  Set<String> typed(List<String> arguments) {
    return GivenOptions.typed(spec, arguments);
  }

  /**
   * The options that are in force.
   *
   * @param given names of those that come first, so that these are left out here, and others that
   *     exclude them, too
   * @throws io.butcherblock.error.ButcherblockException if one does not exist, or stands there
   *     twice, or has a value that it does not take; also of those that are left out
   */
  List<OptionEntry> checked(List<OptionEntry> entries, Collection<String> given) {
    Set<String> replaced = new HashSet<>(given);
    given.forEach(name -> replaced.addAll(excludedBy(specs.get(name))));
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
      check(entry, specs.get(entry.name()));
      inForce.add(entry);
    }
    return inForce;
  }

  /** The arguments that say the same. */
  Stream<String> arguments(OptionEntry entry) {
    if (entry.name().equals(GivenOptions.NETWORK)) {
      return entry.values().stream();
    }
    if (GivenOptions.isFlag(specs.get(entry.name()))) {
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
  private OptionEntry named(OptionEntry entry) {
    Set<String> names = new HashSet<>(specs.keySet());
    names.removeAll(NOT_STORED);
    String name = entry.name().replace('_', '-');
    if (!names.contains(name)) {
      throw entry.failure(
          "there is no option "
              + PlainText.of(entry.name())
              + meant(name, names)
                  .map(near -> "; did you mean " + near + "?")
                  .orElse("; those of 'train --help' can be given, without dashes"));
    }
    return new OptionEntry(entry.file(), name, entry.values(), entry.line());
  }

  /** What others call so, or, of a name that no others have, the nearest one. */
  private static Optional<String> meant(String name, Set<String> names) {
    return OptionSynonyms.isKnown("--" + name)
        ? OptionSynonyms.of("--" + name, ours -> names.contains(stored(ours)))
            .map(StoredOptions::stored)
        : NearestName.of(name, names);
  }

  /** As it is called in a file: {@code steps} for {@code --steps}, {@code network} for NETWORK. */
  private static String stored(String name) {
    return name.replaceFirst("^--", "").toLowerCase(Locale.ROOT);
  }

  private void check(OptionEntry entry, ArgSpec option) {
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
        throw entry.failure(
            ExclusiveOptions.sentence(spec, arguments(entry).toList())
                .orElseGet(() -> PlainText.of(Texts.ofPicocli(error.getMessage()))));
      }
    }
  }
}
