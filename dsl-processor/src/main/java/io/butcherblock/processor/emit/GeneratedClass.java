package io.butcherblock.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.JavaFile;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A class to be written.
 *
 * @param name its full name
 * @param source its source
 * @param service the full name of the service that it provides, if it is to be registered
 */
public record GeneratedClass(String name, String source, Optional<String> service) {

  /** JavaPoet spreads every documentation comment over lines. */
  private static final Pattern ONE_LINE_COMMENT =
      Pattern.compile("/\\*\\*\\n +\\* ([^\\n]*)\\n +\\*/");

  static GeneratedClass of(JavaFile file) {
    return of(file, Optional.empty());
  }

  static GeneratedClass providing(ClassName service, JavaFile file) {
    return of(file, Optional.of(service.canonicalName()));
  }

  private static GeneratedClass of(JavaFile file, Optional<String> service) {
    String simpleName = file.typeSpec.name;
    return new GeneratedClass(
        file.packageName.isEmpty() ? simpleName : file.packageName + "." + simpleName,
        ONE_LINE_COMMENT.matcher(file.toString()).replaceAll("/** $1 */"),
        service);
  }
}
