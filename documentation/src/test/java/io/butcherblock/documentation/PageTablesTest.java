package io.butcherblock.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.junit.jupiter.api.Test;

/**
 * The tables of the pages. A line that follows one without an empty line between is a row of it for
 * code hosts, and cells beyond those of the head are not shown.
 */
class PageTablesTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

  @Test
  void eachRowIsOneAndHasTheCellsOfItsHead() throws IOException {
    List<String> problems = new ArrayList<>();
    int rows = 0;
    for (MarkdownPage page : MarkdownPages.read(ROOT)) {
      List<String> lines = Files.readString(ROOT.resolve(page.name())).lines().toList();
      for (List<Integer> table : tables(page)) {
        long bars = bars(lines.get(table.get(0)));
        for (int row : table) {
          rows++;
          String line = lines.get(row).strip();
          if (!line.startsWith("|") || !line.endsWith("|") || bars(line) != bars) {
            problems.add(page.name() + ":" + (row + 1) + " " + line);
          }
        }
      }
    }
    assertEquals(List.of(), problems);
    assertTrue(rows > 100, "" + rows);
  }

  /** The lines, from 0, of the rows of each table, that of its head first. */
  private static List<List<Integer>> tables(MarkdownPage page) {
    List<List<Integer>> tables = new ArrayList<>();
    page.document()
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(CustomBlock block) {
                if (block instanceof TableBlock) {
                  tables.add(new ArrayList<>());
                }
                visitChildren(block);
              }

              @Override
              public void visit(CustomNode node) {
                if (node instanceof TableRow) {
                  tables.get(tables.size() - 1).add(node.getSourceSpans().get(0).getLineIndex());
                }
                visitChildren(node);
              }
            });
    return tables;
  }

  private static long bars(String line) {
    return BAR.matcher(line).results().count();
  }
}
