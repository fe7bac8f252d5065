package io.butcherblock.pictures;

import io.butcherblock.text.Html;
import java.util.List;

/** Writes a {@link Comparison}; compare.js makes it move. */
public final class ComparisonHtml {

  /** Small pictures are enlarged by a whole factor up to this width, in CSS pixels. */
  private static final int SHOWN_WIDTH = 768;

  private final String id;
  private final Comparison comparison;
  private final List<Comparison.Version> versions;
  private final Picture first;
  private final Detail detail;

  /**
   * Pictures on a page.
   *
   * @param id a name that nothing else on the page has
   * @throws IllegalArgumentException if there is no version to show
   */
  public ComparisonHtml(String id, Comparison comparison) {
    this.id = id;
    this.comparison = comparison;
    this.versions = comparison.versions();
    if (versions.isEmpty()) {
      throw new IllegalArgumentException(comparison.title() + " has no versions.");
    }
    this.first = versions.get(0).picture();
    this.detail = Detail.of(versions.get(versions.size() - 1).picture());
  }

  /** What stands in the page: a section. */
  public String html() {
    StringBuilder html = new StringBuilder();
    html.append(
        """
        <section class="compare" id="%s" data-w="%s" data-h="%s" data-x="%s" data-y="%s" data-size="%s">
        <h3>%s</h3>
        <div class="stage" tabindex="0" role="group" aria-label="Two versions of %s, divided. Arrow keys move the enlarged part.">
        <div class="layer left v0"></div><div class="layer right v%s"></div><div class="divider"></div><div class="box"></div>
        </div>
        <label class="cut" hidden>Divider <input type="range" min="0" max="100" step="0.5" value="50"></label>
        <div class="sides" hidden>
        """
            .formatted(
                id,
                first.width(),
                first.height(),
                detail.x(),
                detail.y(),
                detail.size(),
                Html.escape(comparison.title()),
                Html.escape(comparison.title()),
                second()));
    appendChoice(html, "left", "Left of the divider", 0);
    appendChoice(html, "right", "Right of it", second());
    html.append("</div>\n");
    appendCrops(html, versions, "v");
    List<Comparison.MapGroup> maps = comparison.maps();
    for (int i = 0; i < maps.size(); i++) {
      appendScale(html, maps.get(i).scale());
      appendCrops(html, maps.get(i).versions(), mapClass(i));
    }
    return html.append("</section>\n").toString();
  }

  private int second() {
    return Math.min(1, versions.size() - 1);
  }

  private static String mapClass(int group) {
    return "m" + group + "-";
  }

  /**
   * The style of these pictures. Each stands in the page once, as the background of its class.
   * Where no script runs, the enlarged parts are placed by the same sum as in compare.js.
   */
  public String style() {
    int times = Math.max(1, SHOWN_WIDTH / first.width());
    StringBuilder style = new StringBuilder();
    style.append(
        Html.format(
            "#%s .stage{aspect-ratio:%d/%d;width:%dpx}\n",
            id, first.width(), first.height(), times * first.width()));
    style.append(
        Html.format(
            "#%s .crop{background-size:%.4f%% auto;background-position:%.4f%% %.4f%%}\n",
            id,
            100.0 * first.width() / detail.size(),
            percent(detail.x(), first.width() - detail.size()),
            percent(detail.y(), first.height() - detail.size())));
    appendStyle(style, versions, "v");
    for (int i = 0; i < comparison.maps().size(); i++) {
      appendStyle(style, comparison.maps().get(i).versions(), mapClass(i));
    }
    return style.toString();
  }

  private void appendStyle(StringBuilder style, List<Comparison.Version> pictures, String name) {
    for (int i = 0; i < pictures.size(); i++) {
      String uri = pictures.get(i).picture().dataUri();
      style.append("#%s .%s%s{background-image:url(%s)}\n".formatted(id, name, i, uri));
    }
  }

  private void appendChoice(StringBuilder html, String side, String legend, int on) {
    html.append("<fieldset data-side=\"" + side + "\"><legend>" + legend + "</legend>\n");
    appendChoices(html, side, versions, "v", on);
    for (int i = 0; i < comparison.maps().size(); i++) {
      appendChoices(html, side, comparison.maps().get(i).versions(), mapClass(i), -1);
    }
    html.append("</fieldset>\n");
  }

  private void appendChoices(
      StringBuilder html, String side, List<Comparison.Version> all, String name, int on) {
    for (int i = 0; i < all.size(); i++) {
      html.append(
          "<label><input type=\"radio\" name=\"%s-%s\" value=\"%s%s\"%s><span>%s</span></label>\n"
              .formatted(
                  id, side, name, i, i == on ? " checked" : "", Html.escape(all.get(i).name())));
    }
  }

  private static void appendCrops(
      StringBuilder html, List<Comparison.Version> pictures, String name) {
    html.append("<div class=\"crops\">\n");
    for (int i = 0; i < pictures.size(); i++) {
      Comparison.Version version = pictures.get(i);
      html.append(
          "<figure><div class=\"crop %s%s\" role=\"img\" aria-label=\"%s\"></div><figcaption><b>%s</b>"
              .formatted(
                  name,
                  i,
                  Html.escape(version.name() + ", enlarged part"),
                  Html.escape(version.name())));
      if (!version.note().isEmpty()) {
        html.append("<br>" + Html.escape(version.note()));
      }
      html.append("</figcaption></figure>\n");
    }
    html.append("</div>\n");
  }

  private static void appendScale(StringBuilder html, ColorScale scale) {
    html.append(
        """
        <figure class="scale"><figcaption>%s</figcaption>
        <img src="%s" alt="Colors from dark to bright">
        <div><span>%s</span><span>%s</span></div></figure>
        """
            .formatted(
                Html.escape(scale.title()),
                scale.bar().dataUri(),
                Html.escape(scale.from()),
                Html.escape(scale.to())));
  }

  private static double percent(int part, int whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }
}
