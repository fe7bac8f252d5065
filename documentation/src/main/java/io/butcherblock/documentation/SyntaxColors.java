package io.butcherblock.documentation;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks comments, strings, words of the language and annotations in blocks of code. */
final class SyntaxColors {

  private static final String WORDS =
      "abstract|boolean|byte|class|double|else|enum|extends|final|float|for|if|implements|import|int"
          + "|interface|long|module|new|null|package|private|provides|public|record|requires|return"
          + "|static|throws|true|false|try|var|void|while|with";

  private static final Map<String, Pattern> PATTERNS =
      Map.of(
          "java",
          Pattern.compile(
              "(?<comment>/\\*[\\s\\S]*?\\*/|//[^\\n]*)"
                  + "|(?<string>\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\")"
                  + "|(?<note>@(?!interface)\\w+)|(?<word>\\b(?:"
                  + WORDS
                  + ")\\b)"),
          "sh",
          Pattern.compile(
              "(?<comment>(?<=\\s|^)#[^\\n]*)|(?<string>\"[^\"]*\"|'[^']*')"
                  + "|(?<note>(?<=\\s)--?[A-Za-z][\\w-]*)|(?<word>(?m:^)[^\\s=]+(?=\\s|$))"),
          "xml",
          Pattern.compile(
              "(?<comment><!--[\\s\\S]*?-->)|(?<string>\"[^\"]*\")"
                  + "|(?<word></?[\\w.-]+|/?>)|(?<note>\\$\\{[^}]*\\})"),
          "python",
          Pattern.compile(
              "(?<comment>#[^\\n]*)|(?<string>\"[^\"\\n]*\")|(?<note>@\\w+)"
                  + "|(?<word>\\b(?:import|from|as|def|for|in|return|None|True|False)\\b)"));

  private static final String[] KINDS = {"comment", "string", "note", "word"};

  private SyntaxColors() {}

  /** The code as HTML. */
  static String html(String language, String code) {
    Pattern pattern = PATTERNS.get(language);
    if (pattern == null) {
      return Html.escaped(code);
    }
    StringBuilder html = new StringBuilder();
    Matcher matcher = pattern.matcher(code);
    int done = 0;
    while (matcher.find()) {
      html.append(Html.escaped(code.substring(done, matcher.start())));
      for (String kind : KINDS) {
        if (matcher.group(kind) != null) {
          html.append("<span class=\"" + kind + "\">");
        }
      }
      html.append(Html.escaped(matcher.group())).append("</span>");
      done = matcher.end();
    }
    return html.append(Html.escaped(code.substring(done))).toString();
  }
}
