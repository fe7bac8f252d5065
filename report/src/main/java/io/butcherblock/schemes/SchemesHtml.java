package io.butcherblock.schemes;

import io.butcherblock.text.Html;
import java.util.List;

/** Writes schemes side by side. */
public final class SchemesHtml {

  /** Regions whose sizes differ by more are drawn each to its own scale. */
  private static final double MOST_TIMES = 4;

  private static final String COLORS =
      "Blue: where the scheme is stable. Orange: how far it is along both axes. Green: the root"
          + " locus of a multistep scheme, or the regions of trained blocks.";

  private final List<SchemeCard> schemes;
  private final String id;
  private final boolean sameScale;
  private final PlaneWindow common;

  /**
   * Schemes on a page.
   *
   * @param schemes at least one
   * @param id a name that nothing else on the page has
   */
  public SchemesHtml(List<SchemeCard> schemes, String id) {
    this.id = id;
    this.schemes = schemes;
    List<PlaneWindow> windows =
        schemes.stream().map(scheme -> scheme.stability().window()).toList();
    this.common = PlaneWindow.around(windows);
    double least = windows.stream().mapToDouble(PlaneWindow::half).min().orElseThrow();
    this.sameScale = common.half() <= MOST_TIMES * least;
  }

  /** What stands in the page: a section for each scheme. */
  public String html() {
    StringBuilder html = new StringBuilder("<div class=\"schemes\">\n");
    for (int i = 0; i < schemes.size(); i++) {
      append(html, schemes.get(i), id + "-" + i);
    }
    String scales =
        schemes.size() == 1 ? "" : sameScale ? " All to one scale." : " Each to its own scale.";
    return html.append("</div>\n<p class=\"soft\">" + COLORS + scales + "</p>\n").toString();
  }

  private void append(StringBuilder html, SchemeCard scheme, String clip) {
    StabilityPlot plot = sameScale ? scheme.stability().in(common) : scheme.stability();
    StabilitySvg region = new StabilitySvg(plot, scheme.title(), clip);
    html.append("<section class=\"scheme\">\n<h3>" + Html.escape(scheme.title()) + "</h3>\n");
    html.append("<p>" + Html.escape(scheme.text()) + "</p>\n");
    html.append("<figure>\n" + region.svg());
    html.append(Html.caption("Stable on: " + region.intervals() + ".") + "</figure>\n");
    ProgramDiagram diagram = new ProgramDiagram(scheme.title(), scheme.program());
    html.append("<figure>\n" + new ProgramSvg(scheme.title(), diagram).svg());
    html.append(Html.caption("What a block computes.") + "</figure>\n");
    html.append("<details><summary>Declaration and block program</summary>\n");
    html.append("<pre tabindex=\"0\"><code>" + Html.escape(scheme.declaration().stripTrailing()));
    html.append("\n\n" + Html.escape(scheme.program().toString()) + "</code></pre>\n");
    html.append("</details>\n</section>\n");
  }
}
