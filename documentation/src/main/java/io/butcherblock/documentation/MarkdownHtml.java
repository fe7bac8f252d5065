package io.butcherblock.documentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** Pages in Markdown as pages of the site: links lead to their pages there, code has colors. */
final class MarkdownHtml {

  private final Addresses addresses;
  private final Map<String, String> titles;
  private final CodeTargets targets;

  /**
   * @param titles what the files of the site are called
   * @param targets where code within a line leads
   */
  MarkdownHtml(Addresses addresses, Map<String, String> titles, CodeTargets targets) {
    this.addresses = addresses;
    this.titles = titles;
    this.targets = targets;
  }

  SitePage page(MarkdownPage page) {
    Node document = page.document();
    List<Anchors.Section> sections = Anchors.of(document);
    Map<Node, String> anchors = new HashMap<>();
    sections.forEach(section -> anchors.put(section.node(), section.anchor()));
    document.accept(new LinkRewriting(page.name()));
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .attributeProviderFactory(
                context ->
                    (node, tag, attributes) -> {
                      if (anchors.containsKey(node)) {
                        attributes.put("id", anchors.get(node));
                      }
                    })
            .nodeRendererFactory(CodeBlocks::new)
            .nodeRendererFactory(LinkedCode::new)
            .build();
    String body =
        renderer
            .render(document)
            .replace(
                "<table>",
                "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table>")
            .replace("</table>", "</table></div>")
            // Empty heads of tables that need none.
            .replace("<th></th>", "<td></td>");
    String title = sections.isEmpty() ? page.name() : sections.get(0).title();
    return new SitePage(addresses.file(page.name()), title, body, parts(document, sections));
  }

  private static List<SitePage.Part> parts(Node document, List<Anchors.Section> sections) {
    List<SitePage.Part> parts = new ArrayList<>();
    Map<Node, Anchors.Section> headings = new HashMap<>();
    sections.forEach(section -> headings.put(section.node(), section));
    StringBuilder text = new StringBuilder();
    Anchors.Section current = null;
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (headings.containsKey(node)) {
        add(parts, current, text);
        current = headings.get(node);
      } else if (node instanceof FencedCodeBlock code) {
        text.append(code.getLiteral()).append(' ');
      } else if (node instanceof Paragraph || node.getFirstChild() != null) {
        text.append(Anchors.text(node)).append(' ');
      }
    }
    add(parts, current, text);
    return parts;
  }

  private static void add(List<SitePage.Part> parts, Anchors.Section section, StringBuilder text) {
    if (section != null) {
      String found = text.toString().replaceAll("\\s+", " ").strip();
      parts.add(new SitePage.Part(section.level(), section.title(), section.anchor(), found));
    }
    text.setLength(0);
  }

  /** Links and pictures of a page as the site has them. */
  private final class LinkRewriting extends AbstractVisitor {

    private final String page;

    LinkRewriting(String page) {
      this.page = page;
    }

    @Override
    public void visit(Link link) {
      String destination = link.getDestination();
      link.setDestination(addresses.link(page, destination));
      // A page that is called by its file there has a title here.
      String title = titles.get(link.getDestination());
      if (title != null && Anchors.text(link).equals(destination)) {
        link.getFirstChild().unlink();
        link.appendChild(new Text(title));
      }
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      image.setDestination(addresses.link(page, image.getDestination()));
    }

    @Override
    public void visit(HtmlBlock block) {
      block.setLiteral(addresses.rewritten(page, block.getLiteral()));
    }

    @Override
    public void visit(HtmlInline inline) {
      inline.setLiteral(addresses.rewritten(page, inline.getLiteral()));
    }
  }

  /** Blocks of code that can be scrolled by keyboard. */
  private static final class CodeBlocks implements NodeRenderer {

    private final HtmlNodeRendererContext context;

    CodeBlocks(HtmlNodeRendererContext context) {
      this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
      FencedCodeBlock block = (FencedCodeBlock) node;
      context.getWriter().raw(Layout.code(block.getInfo().strip(), block.getLiteral()));
    }
  }

  /** Code within a line leads to what it names. */
  private final class LinkedCode implements NodeRenderer {

    /** In characters; what is longer is wider than a column of a table on a telephone. */
    private static final int LONGEST_WHOLE = 20;

    private final HtmlNodeRendererContext context;

    LinkedCode(HtmlNodeRendererContext context) {
      this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Code.class);
    }

    @Override
    public void render(Node node) {
      String literal = ((Code) node).getLiteral();
      // Browsers break a line behind a hyphen, which would part an option from its dashes.
      boolean isShort = literal.length() <= LONGEST_WHOLE;
      String code = Html.tag(isShort ? "code class=\"whole\"" : "code", literal);
      boolean linked = !isWithin(node, Link.class) && !isWithin(node, Heading.class);
      context
          .getWriter()
          .raw(
              targets
                  .of(literal)
                  .filter(address -> linked)
                  .map(address -> "<a href=\"" + address + "\">" + code + "</a>")
                  .orElse(code));
    }

    private static boolean isWithin(Node node, Class<? extends Node> kind) {
      for (Node above = node.getParent(); above != null; above = above.getParent()) {
        if (kind.isInstance(above)) {
          return true;
        }
      }
      return false;
    }
  }
}
