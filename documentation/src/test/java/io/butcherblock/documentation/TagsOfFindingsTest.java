package io.butcherblock.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.processor.diagnostics.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of the language lists the tags that messages begin with, and no others. */
class TagsOfFindingsTest {

  private static final Pattern SECTION =
      Pattern.compile("^## Findings$(.*?)^## ", Pattern.MULTILINE | Pattern.DOTALL);

  private static final Pattern TAG = Pattern.compile("`\\[(\\w+)\\]`");

  @Test
  void thePageListsAllTags() throws IOException {
    String page = Files.readString(Path.of("../docs/language.md"));
    String section = SECTION.matcher(page).results().findFirst().orElseThrow().group(1);
    Set<String> tags = new TreeSet<>();
    for (Message message : Message.values()) {
      tags.add(message.tag());
    }
    Set<String> listed = new TreeSet<>();
    TAG.matcher(section).results().forEach(tag -> listed.add(tag.group(1)));
    assertEquals(tags, listed);
  }
}
