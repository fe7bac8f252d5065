package io.butcherblock.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.architecture.SourceText;
import io.butcherblock.cli.Main;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** The library's settings have the names of options here, and nowhere else. */
class OptionNamesTest {

  private static final String VARIABLE = "BUTCHERBLOCK_JAVA_OPTS=-D";

  /** Those that may name options and commands. */
  private static final List<String> PACKAGES =
      Stream.of("cli", "commands", "console", "options")
          .map(name -> Path.of("io", "butcherblock", name).toString())
          .toList();

  @ParameterizedTest
  @EnumSource(Setting.class)
  void everySettingIsThatOfAnOption(Setting setting) {
    String name = OptionNames.of(setting);
    assertTrue(
        optionsOf(Main.commandLine()).contains(name) || name.startsWith(VARIABLE),
        setting.name() + " is " + name);
  }

  @Test
  void aMessageNamesOptions() {
    ButcherblockException failure =
        ButcherblockException.of(
            "Too much: use %s and %s, or leave out %s.",
            Setting.BATCH_SIZE.of(1), Setting.PATCH_SIZE.of(128), Setting.TILE_SIZE);
    assertEquals(
        "Too much: use --batch 1 and --patch 128, or leave out --tile.",
        OptionNames.message(failure));
  }

  @Test
  void onlyThisPackageAndThatOfCommandsNameThem() {
    CommandLine program = Main.commandLine();
    Pattern leak =
        Pattern.compile(
            "(?<![\\w-])(%s)(?![\\w-])|command[ -]line|\\bmvn |BUTCHERBLOCK_(?!SECRET|LAUNCHER)|%s(\\.cmd)? (%s)\\b"
                .formatted(
                    optionsOf(program).stream()
                        .filter(name -> name.startsWith("--"))
                        .collect(Collectors.joining("|")),
                    Suggestion.PROGRAM,
                    String.join("|", program.getSubcommands().keySet())));
    assertTrue(leak.asPredicate().test("give another --out."));
    assertTrue(leak.asPredicate().test("./butcherblock upscale x.png"));
    for (String module :
        List.of(
            "cli", "runtime", "onnx", "examples", "serve", "report", "experiments", "dsl-api")) {
      List<String> found =
          SourceText.below(Path.of("..", module, "src", "main", "java"), leak.asPredicate())
              .stream()
              .filter(text -> PACKAGES.stream().noneMatch(text::contains))
              .filter(text -> !isForAnotherProgram(text))
              .toList();
      assertEquals(List.of(), found);
    }
  }

  /** Options of nvidia-smi. */
  private static boolean isForAnotherProgram(String text) {
    return text.contains("GpuFacts.java: \"--format=csv,");
  }

  private static Set<String> optionsOf(CommandLine command) {
    Set<String> names = new HashSet<>();
    command.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
    command.getSubcommands().values().forEach(each -> names.addAll(optionsOf(each)));
    return names;
  }
}
