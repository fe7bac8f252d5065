package io.butcherblock.documentation;

import java.util.List;

/**
 * A page of the site.
 *
 * @param file its name there
 * @param title what it is called on top of its window
 * @param body its content as HTML
 * @param sections its parts, to be found and jumped to
 */
record SitePage(String file, String title, String body, List<Part> sections) {

  /** A part below a heading; its level is that of the heading, its text what is searched. */
  record Part(int level, String title, String anchor, String text) {}
}
