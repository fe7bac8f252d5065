package io.butcherblock.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.cli.CommandLineRun;
import io.butcherblock.cli.Main;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class OptionSynonymsTest {

  private static final List<CommandSpec> COMMANDS =
      Main.commandLine().getSubcommands().values().stream()
          .map(CommandLine::getCommandSpec)
          .toList();

  @Test
  void eachOfOursIsThereInACommandThatLacksTheOther() {
    for (Map.Entry<String, List<String>> each : OptionSynonyms.TABLE.entrySet()) {
      for (String ours : each.getValue()) {
        assertTrue(
            COMMANDS.stream()
                .filter(command -> !OptionSynonyms.isThere(command, each.getKey()))
                .anyMatch(command -> ours.equals(meant(command, each.getKey()))),
            each.getKey() + " never means " + ours);
      }
    }
  }

  private static String meant(CommandSpec command, String typed) {
    return OptionSynonyms.of(typed, ours -> OptionSynonyms.isThere(command, ours)).orElse("");
  }

  @Test
  void whatIsNotThereIsNotMeant() {
    CommandSpec score = Main.commandLine().getSubcommands().get("score").getCommandSpec();
    // No letters are compared with --color.
    assertEquals("", OptionSynonyms.hint(score, "--lr"));
    assertFalse(OptionSynonyms.isThere(score, "IN"));
  }

  @ParameterizedTest
  @CsvSource({
    "train oisr-lf-s --scale 2 --data d --out o --lr 1e-4, --lr, did you mean --learning-rate?",
    "train oisr-lf-s --scale 2 --data d --out o --epoch 3, --epoch, did you mean --epochs?",
    "train oisr-lf-s --scale 2 --data d --out o --bs 16, --bs, did you mean --batch?",
    "train oisr-lf-s --scale 2 --data d --out o --batch_size 16, --batch_size, did you mean"
        + " --batch?",
    "eval --model-path w.pth --data d, --model-path, did you mean --weights?",
    "eval clean-x2 --data d --crop-border 2, --crop-border, did you mean --shave?",
    "eval clean-x2 --test d, --test, did you mean --data?",
    "eval clean-x2 --input d, --input, did you mean --data?",
    "upscale a.png --output b.png, --output, did you mean --out?",
    // Without the parameter, which is missing for that reason.
    "upscale --input a.png --out b.png, --input, IN is written without an option before it.",
    "inspect --arch oisr-lf-s, --arch, NAME is written without an option before it."
  })
  void theNamesOfOthersAreUnderstood(String line, String typed, String told) {
    CommandLineRun run = CommandLineRun.of(line.split(" ", -1));
    assertEquals(2, run.code());
    assertEquals(
        "butcherblock: There is no option '%s'; %s".formatted(typed, told),
        run.err().replaceFirst(" See '.*'\\.\\R$", ""));
  }
}
