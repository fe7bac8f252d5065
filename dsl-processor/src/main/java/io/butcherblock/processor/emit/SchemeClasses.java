package io.butcherblock.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.lower.LoweredScheme;
import io.butcherblock.processor.lower.StartBlock;
import io.butcherblock.processor.model.DeclaredType;
import io.butcherblock.processor.model.GeneratedNames;
import io.butcherblock.processor.model.Measures;
import io.butcherblock.processor.model.Measures.LeadingError;
import io.butcherblock.processor.model.ParametricScheme;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.Stability;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The classes generated for a scheme: its blocks, and the factory of them. */
public final class SchemeClasses {

  private final DeclaredType type;
  private final LoweredScheme scheme;
  private final Scheme declared;
  private final String declaration;
  private final ClassName frozen;
  private final ClassName trainable;

  private SchemeClasses(
      DeclaredType type, LoweredScheme scheme, Scheme declared, String declaration) {
    this.type = type;
    this.scheme = scheme;
    this.declared = declared;
    this.declaration = declaration;
    this.frozen = Names.of(GeneratedNames.frozenBlock(type));
    // Where there is nothing to train, one block is enough.
    this.trainable =
        scheme.trainable().trains() ? Names.of(GeneratedNames.trainableBlock(type)) : frozen;
  }

  /**
   * Generates the classes of a scheme.
   *
   * @param declared the scheme that was lowered
   * @param declaration the tableau or recurrence as written
   */
  public static List<GeneratedClass> of(
      DeclaredType type, LoweredScheme scheme, Scheme declared, String declaration) {
    return new SchemeClasses(type, scheme, declared, declaration).generate();
  }

  private List<GeneratedClass> generate() {
    SchemeText text = new SchemeText(type, scheme, declaration);
    List<GeneratedClass> classes = new ArrayList<>();
    if (!trainable.equals(frozen)) {
      classes.add(new BlockClass(trainable, scheme.trainable(), text).generate());
    }
    classes.add(new BlockClass(frozen, scheme.frozen(), text).generate());
    scheme
        .parametric()
        .ifPresent(
            family ->
                classes.add(new BlockClass(familyBlock(), family.program(), text).generate()));
    for (int i = 1; i <= scheme.starts().size(); i++) {
      StartBlock start = scheme.starts().get(i - 1);
      classes.add(new BlockClass(startBlock(i, true), start.trainable(), text).generate());
      if (start.trainable().trains()) {
        classes.add(new BlockClass(startBlock(i, false), start.frozen(), text).generate());
      }
      if (start.parametric().trains()) {
        classes.add(new BlockClass(startFamilyBlock(i), start.parametric(), text).generate());
      }
    }
    ClassName name = Names.of(GeneratedNames.scheme(type));
    TypeSpec factory =
        Sources.provider(name, Names.SCHEME, type)
            .addSuperinterface(Names.SCHEME)
            .addJavadoc(text.runnable())
            .addMethod(Sources.constructor("Makes the scheme."))
            .addMethod(facts())
            .addMethod(definition())
            .addMethods(ProgramMethods.of(scheme))
            .addMethod(newBlock())
            .addMethods(newStartBlock())
            .build();
    classes.add(GeneratedClass.of(Sources.file(name, factory, type)));
    return classes;
  }

  private MethodSpec facts() {
    return MethodSpec.methodBuilder("facts")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(Names.SCHEME_FACTS)
        .addCode("return $T.builder($S)\n$>$>", Names.SCHEME_FACTS, type.commandName())
        .addCode(".declaredBy($S)\n", type.qualifiedName())
        .addCode(
            ".family(new $T($L))\n",
            Names.SCHEME_FAMILY.nestedClass(scheme.family().typeName()),
            scheme.size() + (scheme.carriesHistory() ? ", true" : ""))
        .addCode(".order($L)\n", order())
        .addCode(".text(\n$>$>$L$<$<)\n", Sources.textBlock(declaration))
        .addCode(".block($S)\n", scheme.block())
        .addCode(".proof(\n$>$>$L$<$<)\n", Sources.textBlock(String.join("\n", scheme.proof())))
        .addCode(".stability(\n$>$>$L$<$<)\n", stability(scheme.stability()))
        .addCode(unlessEmpty(".description($S)\n", type.description()))
        .addCode(unlessEmpty(".tolerance($S)\n", scheme.tolerance().text()))
        .addCode(".measures(\n$>$>$L$<$<)\n", measures(scheme.measures()))
        .addCode(".build();\n$<$<")
        .build();
  }

  /** The proved order, and that of a chain of blocks where it is another. */
  private String order() {
    return scheme.order()
        + (scheme.blockOrder() == scheme.order() ? "" : ", " + scheme.blockOrder());
  }

  private static CodeBlock unlessEmpty(String code, String argument) {
    return argument.isEmpty() ? CodeBlock.of("") : CodeBlock.of(code, argument);
  }

  private MethodSpec definition() {
    Scheme member = declared instanceof ParametricScheme family ? family.start() : declared;
    String trained = DefinitionText.of(member, true);
    String fixed = DefinitionText.of(member, false);
    String whole = declared instanceof ParametricScheme family ? DefinitionText.of(family) : fixed;
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("definition")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(String.class)
            .addParameter(Names.COEFFICIENTS, "coefficients");
    return trained.equals(fixed) && whole.equals(fixed)
        ? method.addStatement("return $S", fixed).build()
        : method
            .addCode(
                CoefficientsSwitch.of(
                    CodeBlock.of("$S", trained),
                    CodeBlock.of("$S", fixed),
                    CodeBlock.of("$S", whole)))
            .build();
  }

  private static CodeBlock stability(Stability stability) {
    CodeBlock rows =
        stability.polynomial().stream()
            .map(row -> CodeBlock.of("$T.of($L)", Names.LIST, literals(row)))
            .collect(CodeBlock.joining(",\n"));
    CodeBlock polynomial = CodeBlock.of("$T.of(\n$>$>$L)$<$<", Names.LIST, rows);
    return CodeBlock.of(
        "new $T(\n$>$>$S,\n$L,\n$L,\n$L)$<$<",
        Names.SCHEME_STABILITY,
        stability.formula(),
        polynomial,
        Literal.of(stability.realInterval()),
        Literal.of(stability.imaginaryInterval()));
  }

  private static CodeBlock measures(Measures measures) {
    return CodeBlock.of(
        "new $T(\n$>$>$L,\n$L,\n$L,\n$L)$<$<",
        Names.SCHEME_MEASURES,
        Literal.of(measures.ssp()),
        Literal.of(measures.realPerEvaluation()),
        leadingError(measures.dissipation()),
        leadingError(measures.dispersion()));
  }

  private static CodeBlock leadingError(LeadingError error) {
    return CodeBlock.of(
        "new $T($L, $L)",
        Names.SCHEME_MEASURES.nestedClass("LeadingError"),
        error.order(),
        Literal.of(error.constant()));
  }

  private static CodeBlock literals(List<Exact> numbers) {
    return numbers.stream().map(Literal::of).collect(CodeBlock.joining(", "));
  }

  /** The block of a number from 1; the same class for both where there is nothing to train. */
  private ClassName startBlock(int number, boolean trained) {
    boolean trains = scheme.starts().get(number - 1).trainable().trains();
    return Names.of(GeneratedNames.startBlock(type, number, trained && trains));
  }

  private ClassName startFamilyBlock(int number) {
    return scheme.starts().get(number - 1).parametric().trains()
        ? Names.of(GeneratedNames.startFamilyBlock(type, number))
        : startBlock(number, false);
  }

  private MethodSpec newBlock() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("newBlock")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC);
    return newBlock(
        method, trainable, frozen, scheme.parametric().isPresent() ? familyBlock() : frozen);
  }

  private ClassName familyBlock() {
    return Names.of(GeneratedNames.familyBlock(type));
  }

  /** The method that makes a block by its number, and one for each block that starts a network. */
  private List<MethodSpec> newStartBlock() {
    int starts = scheme.starts().size();
    if (starts == 0) {
      return List.of();
    }
    MethodSpec.Builder choice =
        MethodSpec.methodBuilder("newBlock")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(Names.BLOCK)
            .addParameter(int.class, "number")
            .addParameter(Names.BLOCK_PARTS, "parts")
            .addParameter(Names.COEFFICIENTS, "coefficients")
            .addCode("return switch (number) {\n$>");
    List<MethodSpec> methods = new ArrayList<>();
    for (int i = 1; i <= starts; i++) {
      String name = "newStartBlock" + i;
      choice.addCode("case $L -> $N(parts, coefficients);\n", i - 1, name);
      methods.add(
          newBlock(
              MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC),
              startBlock(i, true),
              startBlock(i, false),
              startFamilyBlock(i)));
    }
    methods.add(0, choice.addCode("default -> newBlock(parts, coefficients);\n$<};\n").build());
    return methods;
  }

  private static MethodSpec newBlock(
      MethodSpec.Builder method, ClassName trainable, ClassName frozen, ClassName family) {
    method
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
            CoefficientsSwitch.of(
                CodeBlock.of("new $T(parts)", trainable),
                CodeBlock.of("new $T(parts)", frozen),
                CodeBlock.of("new $T(parts)", family)))
        .build();
  }
}
