package io.butcherblock.documentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The anchors of headings as code hosts make them, so that links are right at both places. */
final class Anchors {

  private Anchors() {}

  /** A heading: its level from 1, its text and its anchor. */
  record Section(Heading node, int level, String title, String anchor) {}

  /** The headings of a page; of equal ones the second has {@code -1} behind its anchor. */
  static List<Section> of(Node document) {
    List<Section> sections = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            String title = text(heading);
            String anchor = anchor(title);
            int before = seen.merge(anchor, 1, Integer::sum) - 1;
            String unique = before == 0 ? anchor : anchor + "-" + before;
            sections.add(new Section(heading, heading.getLevel(), title, unique));
          }
        });
    return sections;
  }

  /** Lower case, blanks as dashes, no other punctuation. */
  static String anchor(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  /** The text below a node. */
  static String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text leaf) {
            text.append(leaf.getLiteral());
          }

          @Override
          public void visit(Code leaf) {
            text.append(leaf.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak leaf) {
            text.append(' ');
          }
        });
    return text.toString();
  }
}
