package io.butcherblock.text;

import java.util.List;

/**
 * Writes a {@link TextTable}; table.js makes its headings sort it. It scrolls by itself where it is
 * wider than the page, and its first column stays in sight.
 */
public final class TableHtml {

  /** So many letters a name may have without being broken. */
  private static final int LONG = 18;

  private final TextTable table;

  public TableHtml(TextTable table) {
    this.table = table;
  }

  /** With headings that sort, if there is something to sort. */
  public String sortable() {
    boolean several = table.summaryFrom() > 1;
    return html("scroll", several ? " class=\"sortable\"" : "");
  }

  /** For long lists: it scrolls downwards, too. */
  public String tall() {
    return html("scroll tall", "");
  }

  /** Names and what they are, without a heading. */
  public String list() {
    StringBuilder html =
        new StringBuilder(
            "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">");
    html.append("<table class=\"list\">\n<tbody>\n");
    table.rows().forEach(row -> append(html, row));
    return html.append("</tbody>\n</table></div>\n").toString();
  }

  private String html(String box, String attributes) {
    List<List<String>> rows = table.rows();
    int body = table.summaryFrom();
    StringBuilder html = new StringBuilder();
    html.append(
        "<div class=\"%s\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">".formatted(box));
    html.append("<table" + attributes + ">\n<thead>\n<tr>");
    for (int column = 0; column < table.head().size(); column++) {
      String text = table.head().get(column);
      html.append("<th scope=\"col\"" + kind(column) + ">");
      // A heading without a text is that of places in a ranking.
      html.append(Html.escape(text.isEmpty() ? "#" : text)).append("</th>");
    }
    html.append("</tr>\n</thead>\n<tbody>\n");
    rows.subList(0, body).forEach(row -> append(html, row));
    html.append("</tbody>\n");
    if (body < rows.size()) {
      html.append("<tfoot>\n");
      rows.subList(body, rows.size()).forEach(row -> append(html, row));
      html.append("</tfoot>\n");
    }
    return html.append("</table></div>\n").toString();
  }

  private void append(StringBuilder html, List<String> row) {
    html.append("<tr>");
    for (int column = 0; column < row.size(); column++) {
      String tag = column == 0 ? "th" : "td";
      html.append("<" + tag + (column == 0 ? " scope=\"row\"" : "") + kind(column) + ">");
      html.append(Html.escape(row.get(column))).append("</" + tag + ">");
    }
    html.append("</tr>\n");
  }

  private boolean isLong(int column) {
    return table.rows().stream().anyMatch(row -> row.get(column).length() > LONG);
  }

  private String kind(int column) {
    List<String> head = table.head();
    if (column == 0 && head.get(0).isEmpty() && !String.join("", head).isEmpty()) {
      return " class=\"place\"";
    }
    if (table.isNumeric(column)) {
      return " class=\"number\"";
    }
    return column > 0 && table.isKey(column) && isLong(column) ? " class=\"key\"" : "";
  }
}
