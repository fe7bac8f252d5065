package io.butcherblock.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.History;
import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.Start;
import io.butcherblock.dsl.TableauForm;
import io.butcherblock.dsl.WeightSharing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Constants that messages and pages advise can be typed as they stand there. */
class EnumConstantsTest {

  private static final String CONSTANTS =
      Stream.of(
              Coefficients.values(),
              History.values(),
              Layer.values(),
              Start.values(),
              TableauForm.values(),
              WeightSharing.values())
          .flatMap(Stream::of)
          .map(Enum::name)
          .collect(Collectors.joining("|", "(?:", ")(?!\\w)"));

  /** Behind another word of a text, and not behind the point of its type. */
  private static final Pattern IN_TEXT =
      Pattern.compile("\"[^\"\n]*[^\"\n.\\w]" + CONSTANTS + "[^\"\n]*\"");

  private static final Pattern IN_PAGE = Pattern.compile("\\w+ = " + CONSTANTS);

  /** In generated code they are labels of cases. */
  private static final String GENERATING = "emit";

  @Test
  void messagesNameTheirTypes() throws IOException {
    assertEquals(new TreeSet<>(), found(List.of(Path.of("src/main/java")), ".java", IN_TEXT));
  }

  @Test
  void pagesNameTheirTypes() throws IOException {
    List<Path> pages =
        List.of(Path.of("../README.md"), Path.of("../docs"), Path.of("../CHANGELOG.md"));
    assertFalse(found(pages, ".md", Pattern.compile("Start\\.SCHEME")).isEmpty());
    assertEquals(new TreeSet<>(), found(pages, ".md", IN_PAGE));
  }

  private static Set<String> found(List<Path> places, String ending, Pattern pattern)
      throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path place : places) {
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file :
            files
                .filter(
                    each ->
                        each.toString().endsWith(ending) && !each.getParent().endsWith(GENERATING))
                .toList()) {
          pattern
              .matcher(Files.readString(file))
              .results()
              .forEach(result -> found.add(file.getFileName() + ": " + result.group()));
        }
      }
    }
    return found;
  }
}
