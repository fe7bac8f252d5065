package io.butcherblock.processor.emit;

import com.squareup.javapoet.JavaFile;
import java.util.regex.Pattern;

/**
 * A class to be written.
 *
 * @param name its full name
 * @param source its source
 */
public record GeneratedClass(String name, String source) {

  /** JavaPoet spreads every documentation comment over lines. */
  private static final Pattern ONE_LINE_COMMENT =
      Pattern.compile("/\\*\\*\\n +\\* ([^\\n]*)\\n +\\*/");

  static GeneratedClass of(JavaFile file) {
    String simpleName = file.typeSpec.name;
    return new GeneratedClass(
        file.packageName.isEmpty() ? simpleName : file.packageName + "." + simpleName,
        ONE_LINE_COMMENT.matcher(file.toString()).replaceAll("/** $1 */"));
  }
}
