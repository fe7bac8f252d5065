package io.butcherblock.report;

import java.util.List;
import java.util.Locale;

/** Writes a {@link Comparison}; page.css and page.js make it move. */
final class ComparisonHtml {

  /** Small pictures are enlarged by a whole factor up to this width, in CSS pixels. */
  private static final int SHOWN_WIDTH = 768;

  private final String id;
  private final Comparison comparison;

  ComparisonHtml(String id, Comparison comparison) {
    this.id = id;
    this.comparison = comparison;
  }

  String html() {
    List<Comparison.Version> versions = comparison.versions();
    Picture first = versions.get(0).picture();
    Detail detail = Detail.of(versions.get(versions.size() - 1).picture());
    StringBuilder html = new StringBuilder();
    html.append(
        """
        <section class="compare" id="%s" data-w="%d" data-h="%d" data-x="%d" data-y="%d" data-size="%d">
        <h3>%s</h3>
        """
            .formatted(
                id,
                first.width(),
                first.height(),
                detail.x(),
                detail.y(),
                detail.size(),
                Html.escape(comparison.title())));
    appendStyle(html, versions, first);
    int second = Math.min(1, versions.size() - 1);
    html.append(
        """
        <div class="stage" tabindex="0" role="group" aria-label="Two versions, divided. Arrow keys move the enlarged part.">
        <div class="layer left v0"></div><div class="layer right v%d"></div><div class="divider"></div><div class="box"></div>
        </div>
        <label class="cut">Divider <input type="range" min="0" max="100" step="0.5" value="50"></label>
        <div class="sides">
        """
            .formatted(second));
    appendChoice(html, "left", "Left of the divider", versions, 0);
    appendChoice(html, "right", "Right of it", versions, second);
    html.append("</div>\n<div class=\"crops\">\n");
    for (int i = 0; i < versions.size(); i++) {
      appendCrop(html, i, versions.get(i), first, detail);
    }
    return html.append("</div>\n</section>\n").toString();
  }

  /** Each picture stands in the page once, as the background of its class. */
  private void appendStyle(StringBuilder html, List<Comparison.Version> versions, Picture first) {
    int times = Math.max(1, SHOWN_WIDTH / first.width());
    html.append("<style>\n");
    html.append(
        "#%s .stage{aspect-ratio:%d/%d;width:%dpx}\n"
            .formatted(id, first.width(), first.height(), times * first.width()));
    for (int i = 0; i < versions.size(); i++) {
      String uri = Html.dataUri(versions.get(i).picture());
      html.append("#%s .v%d{background-image:url(%s)}\n".formatted(id, i, uri));
    }
    html.append("</style>\n");
  }

  private void appendChoice(
      StringBuilder html, String side, String legend, List<Comparison.Version> versions, int on) {
    html.append("<fieldset data-side=\"" + side + "\"><legend>" + legend + "</legend>\n");
    for (int i = 0; i < versions.size(); i++) {
      html.append(
          "<label><input type=\"radio\" name=\"%s-%s\" value=\"%d\"%s><span>%s</span></label>\n"
              .formatted(
                  id, side, i, i == on ? " checked" : "", Html.escape(versions.get(i).name())));
    }
    html.append("</fieldset>\n");
  }

  private static void appendCrop(
      StringBuilder html, int index, Comparison.Version version, Picture whole, Detail detail) {
    html.append(
        String.format(
            Locale.ROOT,
            "<figure><div class=\"crop v%d\" role=\"img\" aria-label=\"%s\" style=\"%s\"></div>",
            index,
            Html.escape(version.name() + ", enlarged part"),
            place(whole, detail)));
    html.append("<figcaption><b>" + Html.escape(version.name()) + "</b>");
    if (!version.note().isEmpty()) {
      html.append("<br>" + Html.escape(version.note()));
    }
    html.append("</figcaption></figure>\n");
  }

  /** The same sum as in page.js, so that the parts are placed correctly where no script runs. */
  private static String place(Picture whole, Detail detail) {
    return String.format(
        Locale.ROOT,
        "background-size:%.4f%% auto;background-position:%.4f%% %.4f%%",
        100.0 * whole.width() / detail.size(),
        percent(detail.x(), whole.width() - detail.size()),
        percent(detail.y(), whole.height() - detail.size()));
  }

  private static double percent(int part, int whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }
}
