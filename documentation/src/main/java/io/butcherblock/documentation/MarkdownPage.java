package io.butcherblock.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A page as it lies in the repository.
 *
 * @param name its path from the root of the repository, with slashes
 * @param document its content, with the tables that code hosts know
 */
public record MarkdownPage(String name, Node document) {

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build();

  /**
   * A fenced block.
   *
   * @param page the name of its page
   * @param line where it begins, from 1
   * @param language the word behind the fence, or an empty one
   * @param text its lines, each ended
   */
  public record CodeBlock(String page, int line, String language, String text) {

    /** Where it stands, for messages. */
    public String place() {
      return page + ":" + line;
    }
  }

  /** Reads the page {@code name} of the repository in {@code root}. */
  public static MarkdownPage read(Path root, String name) throws IOException {
    return new MarkdownPage(name, PARSER.parse(Files.readString(root.resolve(name))));
  }

  /** Its fenced blocks, from top to bottom. */
  public List<CodeBlock> codeBlocks() {
    List<CodeBlock> blocks = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(FencedCodeBlock block) {
            int line = block.getSourceSpans().get(0).getLineIndex() + 1;
            String info = block.getInfo().strip();
            blocks.add(new CodeBlock(name, line, info, block.getLiteral()));
          }
        });
    return blocks;
  }

  /** The code within its lines, as in {@code `butcherblock check`}. */
  public List<String> inlineCode() {
    List<String> code = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Code node) {
            code.add(node.getLiteral());
          }
        });
    return code;
  }
}
