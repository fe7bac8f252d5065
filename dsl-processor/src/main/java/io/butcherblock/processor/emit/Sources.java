package io.butcherblock.processor.emit;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.TypeSpec;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/** What all generated classes have in common. */
final class Sources {

  private static final String PROCESSOR = "io.butcherblock.processor.ButcherblockProcessor";

  private Sources() {}

  /** A public final class, marked as generated; no date, so that two builds are equal. */
  static TypeSpec.Builder publicClass(ClassName name) {
    return TypeSpec.classBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addAnnotation(
            AnnotationSpec.builder(Generated.class).addMember("value", "$S", PROCESSOR).build());
  }

  static JavaFile file(ClassName name, TypeSpec type) {
    return JavaFile.builder(name.packageName(), type)
        .skipJavaLangImports(true)
        .indent("  ")
        .build();
  }

  /** Text of several lines as a text block. */
  static CodeBlock textBlock(String text) {
    String escaped = text.stripTrailing().replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"");
    return CodeBlock.of("$L", "\"\"\"\n" + escaped + "\n\"\"\"");
  }

  /** Text as it stands, for a documentation comment. */
  static CodeBlock preformatted(String text) {
    return CodeBlock.of("<pre>{@code\n$L\n}</pre>\n", text.stripTrailing());
  }
}
