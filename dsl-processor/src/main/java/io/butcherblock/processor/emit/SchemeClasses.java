package io.butcherblock.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import io.butcherblock.processor.lower.Coefficient;
import io.butcherblock.processor.lower.Liveness;
import io.butcherblock.processor.lower.LoweredScheme;
import io.butcherblock.processor.model.DeclaredType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The classes generated for a scheme: its blocks, and the factory of them. */
public final class SchemeClasses {

  private final DeclaredType type;
  private final LoweredScheme scheme;
  private final String declaration;
  private final ClassName frozen;
  private final ClassName trainable;

  private SchemeClasses(DeclaredType type, LoweredScheme scheme, String declaration) {
    this.type = type;
    this.scheme = scheme;
    this.declaration = declaration;
    this.frozen = Names.of(type, "FrozenBlock");
    // Where there is nothing to train, one block is enough.
    this.trainable =
        scheme.trainable().coefficients().isEmpty() ? frozen : Names.of(type, "TrainableBlock");
  }

  /**
   * Generates the classes of a scheme.
   *
   * @param declaration the tableau or recurrence as written
   */
  public static List<GeneratedClass> of(
      DeclaredType type, LoweredScheme scheme, String declaration) {
    return new SchemeClasses(type, scheme, declaration).generate();
  }

  private List<GeneratedClass> generate() {
    SchemeText text = new SchemeText(type, scheme, declaration);
    List<GeneratedClass> classes = new ArrayList<>();
    if (!trainable.equals(frozen)) {
      classes.add(new BlockClass(trainable, scheme.trainable(), text).generate());
    }
    classes.add(new BlockClass(frozen, scheme.frozen(), text).generate());
    ClassName name = Names.of(type, "Scheme");
    TypeSpec factory =
        Sources.publicClass(name)
            .addSuperinterface(Names.SCHEME)
            .addJavadoc(text.runnable())
            .addMethod(facts())
            .addMethod(newBlock())
            .build();
    classes.add(GeneratedClass.providing(Names.SCHEME, Sources.file(name, factory)));
    return classes;
  }

  private MethodSpec facts() {
    return MethodSpec.methodBuilder("facts")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(Names.SCHEME_FACTS)
        .addCode("return new $T(\n$>$>", Names.SCHEME_FACTS)
        .addCode("$S,\n$S,\n$S,\n", type.commandName(), type.qualifiedName(), scheme.family())
        .addCode(
            "$L,\n$L,\n$L,\n$L,\n",
            scheme.order(),
            scheme.stages(),
            scheme.frozen().evaluations(),
            Liveness.depth(scheme.frozen()))
        .addCode("$T.of($L),\n", Names.LIST, coefficients())
        .addCode("$L,\n", Sources.textBlock(declaration))
        .addCode("$L,\n", Sources.textBlock(scheme.trainable().toString()))
        .addCode("$L,\n", Sources.textBlock(scheme.frozen().toString()))
        .addCode(
            "$L,\n$L,\n",
            Literal.of(scheme.realStability()),
            Literal.of(scheme.imaginaryStability()))
        .addCode("$S);\n$<$<", type.description())
        .build();
  }

  private CodeBlock coefficients() {
    CodeBlock.Builder list = CodeBlock.builder();
    String separator = "\n$>$>";
    for (Coefficient coefficient : scheme.trainable().coefficients()) {
      list.add(separator)
          .add(
              "new $T($S, $S, $S, $L)",
              Names.COEFFICIENT,
              coefficient.name(),
              coefficient.meaning(),
              coefficient.value().toString(),
              Literal.of(coefficient.value()));
      separator = ",\n";
    }
    return scheme.trainable().coefficients().isEmpty() ? list.build() : list.add("$<$<").build();
  }

  private MethodSpec newBlock() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("newBlock")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(Names.BLOCK)
            .addParameter(Names.BLOCK_PARTS, "parts")
            .addParameter(Names.COEFFICIENTS, "coefficients");
    if (trainable.equals(frozen)) {
      return method
          .addComment("No coefficient is other than 0 and 1: there is nothing to train.")
          .addStatement("return new $T(parts)", frozen)
          .build();
    }
    return method
        .addCode(
            """
            return switch (coefficients) {
              case TRAINABLE -> new $T(parts);
              case FROZEN -> new $T(parts);
            };
            """,
            trainable,
            frozen)
        .build();
  }
}
