package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.synthetic.SyntheticImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data sets in folders of one name, which results have to tell apart. */
class DataSetNamesTest {

  private static final List<String> NAMES =
      List.of(Path.of("new", "Set5").toString(), Path.of("old", "Set5").toString(), "Set14");

  @TempDir private Path folder;

  @BeforeEach
  void writeImages() throws IOException {
    for (int i = 0; i < NAMES.size(); i++) {
      Path set = Files.createDirectories(folder.resolve(NAMES.get(i)));
      ImageFiles.write(SyntheticImages.generate(i, 48, 48), set.resolve("a.png"));
    }
  }

  private String set(int number) {
    return folder.resolve(NAMES.get(number)).toString();
  }

  private static List<String> texts(JsonNode array, String key) {
    return array.findValuesAsText(key);
  }

  @Test
  void evalNamesThemByWhatTheirPathsDifferIn() throws IOException {
    Path json = folder.resolve("eval.json");
    Path page = folder.resolve("eval.html");
    CommandLineRun run =
        CommandLineRun.of(
            "eval",
            "clean-x2",
            "--data",
            set(0),
            set(1),
            set(2),
            "--json",
            "" + json,
            "--report",
            "" + page);
    assertEquals(0, run.code(), run.err());
    assertEquals(NAMES, texts(new ObjectMapper().readTree(json.toFile()), "data_set"));
    String html = Files.readString(page);
    for (String name : NAMES) {
      assertTrue(run.out().contains(" x2 on " + name + System.lineSeparator()), run.out());
      assertTrue(html.contains(">" + name + "</h2>"), name);
    }
  }

  @Test
  void ablateHasAColumnForEach() throws IOException {
    String line =
        "ablate --schemes euler,heun --blocks 1 --channels 4 --patch 8 --batch 1 --steps 1 --seeds"
            + " 1 --data %3$s --test %1$s %2$s %3$s --out %4$s";
    CommandLineRun run =
        CommandLineRun.of(line.formatted(set(0), set(1), set(2), folder.resolve("out")).split(" "));
    assertEquals(0, run.code(), run.err());
    JsonNode report = new ObjectMapper().readTree(folder.resolve("out/report.json").toFile());
    assertEquals(NAMES, texts(report.get("test_sets"), "name"));
    assertEquals(3, report.at("/candidates/0/tests").size());
  }
}
