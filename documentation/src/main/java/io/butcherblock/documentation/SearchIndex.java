package io.butcherblock.documentation;

import java.util.List;

/** What the search looks through: a script, since pages opened from a disk can fetch no file. */
final class SearchIndex {

  private SearchIndex() {}

  /** An array with an entry for each part of each page: address, page, title, text. */
  static String script(List<SitePage> pages) {
    StringBuilder script = new StringBuilder("window.searchIndex = [\n");
    for (SitePage page : pages) {
      for (SitePage.Part part : page.sections()) {
        String anchor = part.level() == 1 ? "" : "#" + part.anchor();
        script.append('[');
        script.append(quoted(page.file() + anchor)).append(',');
        script.append(quoted(page.title())).append(',');
        script.append(quoted(part.title())).append(',');
        script.append(quoted(part.text())).append("],\n");
      }
    }
    return script.append("];\n").toString();
  }

  private static String quoted(String text) {
    String escaped =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ").replace("</", "<\\/");
    return "\"" + escaped + "\"";
  }
}
