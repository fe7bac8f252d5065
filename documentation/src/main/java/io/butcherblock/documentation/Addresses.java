package io.butcherblock.documentation;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where pages of the repository lie in the site: all in one folder, pictures in another below. */
final class Addresses {

  private static final Pattern ATTRIBUTE = Pattern.compile("(src|href)=\"([^\"]*)\"");
  private static final Pattern ELSEWHERE = Pattern.compile("^(https?:|mailto:).*");

  /** The file of a page, given its path from the root of the repository. */
  String file(String page) {
    if (page.equals("README.md")) {
      return "index.html";
    }
    String name =
        page.endsWith("/README.md")
            ? page.substring(0, page.length() - "/README.md".length())
            : page.replaceFirst("^docs/", "").replaceFirst("\\.md$", "");
    return name.replace('/', '-').toLowerCase(Locale.ROOT) + ".html";
  }

  /** A link of a page as the site has it. */
  String link(String page, String destination) {
    if (ELSEWHERE.matcher(destination).matches() || destination.startsWith("#")) {
      return destination;
    }
    int hash = destination.indexOf('#');
    String path = hash < 0 ? destination : destination.substring(0, hash);
    String anchor = hash < 0 ? "" : destination.substring(hash);
    Path target = Path.of(page).resolveSibling(path).normalize();
    String name = target.toString().replace('\\', '/');
    if (name.endsWith(".md")) {
      return file(name) + anchor;
    }
    return name.startsWith("docs/") ? name.substring("docs/".length()) : name;
  }

  /** HTML of a page, with its links as the site has them. */
  String rewritten(String page, String html) {
    return ATTRIBUTE
        .matcher(html)
        .replaceAll(
            m -> Matcher.quoteReplacement(m.group(1) + "=\"" + link(page, m.group(2)) + "\""));
  }
}
