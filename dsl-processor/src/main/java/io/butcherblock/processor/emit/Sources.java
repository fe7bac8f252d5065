package io.butcherblock.processor.emit;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import io.butcherblock.processor.model.DeclaredType;
import java.util.stream.Collectors;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/** What all generated classes have in common. */
final class Sources {

  private static final String PROCESSOR = "io.butcherblock.processor.ButcherblockProcessor";

  private static final int WIDTH = 95;

  /** Below the 65535 bytes of a string constant even where each character has three. */
  private static final int LONGEST = 65535 / 3;

  private Sources() {}

  /** A public final class, marked as generated; no date, so that two builds are equal. */
  static TypeSpec.Builder publicClass(ClassName name) {
    return TypeSpec.classBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addAnnotation(
            AnnotationSpec.builder(Generated.class).addMember("value", "$S", PROCESSOR).build());
  }

  /** Such a class that {@link java.util.ServiceLoader} is to find as a provider of a service. */
  static TypeSpec.Builder provider(ClassName name, ClassName service, DeclaredType declaration) {
    return publicClass(name)
        .addAnnotation(
            AnnotationSpec.builder(Names.REGISTERED)
                .addMember("service", "$T.class", service)
                .addMember("name", "$S", declaration.commandName())
                .addMember("declaredBy", "$S", declaration.qualifiedName())
                .build());
  }

  /** Written out, for javac since 18 warns of a default constructor that it has no comment. */
  static MethodSpec constructor(String comment) {
    return MethodSpec.constructorBuilder()
        .addJavadoc(comment + "\n")
        .addModifiers(Modifier.PUBLIC)
        .build();
  }

  /** The file of a class that is generated for a declaration. */
  static JavaFile file(ClassName name, TypeSpec type, DeclaredType declaration) {
    return JavaFile.builder(name.packageName(), type)
        .skipJavaLangImports(!declaration.hidesJavaLang())
        .indent("  ")
        .build();
  }

  /** Text of several lines as a text block. */
  static CodeBlock textBlock(String text) {
    String tidy = tidy(text);
    // A tab has become four blanks.
    String shown = tidy.length() > LONGEST ? tidy.replaceAll(" {2,}", " ") : tidy;
    // No quotes and no backslashes: texts that have any are refused.
    return CodeBlock.of("$L", "\"\"\"\n" + shown + "\n\"\"\"");
  }

  /** Text as it stands, for a documentation comment. */
  static CodeBlock preformatted(String text) {
    return CodeBlock.of("<pre>{@code\n$L\n}</pre>\n", tidy(text));
  }

  /** Prose for a documentation comment, in lines of moderate length. */
  static CodeBlock wrapped(String text) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : text.split(" ", -1)) {
      if (column + word.length() > WIDTH) {
        lines.append('\n');
        column = 0;
      }
      lines.append(column == 0 ? "" : " ").append(word);
      column += word.length() + 1;
    }
    return CodeBlock.of("$L\n", lines);
  }

  /** Without tabs and blanks at the ends of lines, of which javac warns in text blocks. */
  private static String tidy(String text) {
    return text.replace("\t", "    ")
        .lines()
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"))
        .stripTrailing();
  }
}
