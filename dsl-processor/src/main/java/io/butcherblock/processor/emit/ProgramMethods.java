package io.butcherblock.processor.emit;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeName;
import io.butcherblock.processor.lower.LoweredFamily;
import io.butcherblock.processor.lower.LoweredProgram;
import io.butcherblock.processor.lower.LoweredScheme;
import io.butcherblock.processor.lower.StartBlock;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Instruction;
import io.butcherblock.program.Instruction.Accumulate;
import io.butcherblock.program.Instruction.Combine;
import io.butcherblock.program.Instruction.Evaluate;
import io.butcherblock.program.Instruction.Release;
import io.butcherblock.program.Summand;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/**
 * The methods that hand over the block programs of a scheme. Trained coefficients stand in a method
 * of their own, and long programs in several, as one method holds 64 KiB of bytecode.
 */
final class ProgramMethods {

  /**
   * The compiler of Java goes down a chain of calls by recursion, and ends a deep one by failing.
   */
  private static final int LONGEST_CHAIN = 100;

  private ProgramMethods() {}

  static List<MethodSpec> of(LoweredScheme scheme) {
    LoweredProgram family = scheme.parametric().map(LoweredFamily::program).orElse(scheme.frozen());
    List<MethodSpec> methods = new ArrayList<>(of("", scheme.trainable(), scheme.frozen(), family));
    if (!scheme.starts().isEmpty()) {
      methods.add(1, programs(scheme.starts().size()));
    }
    for (int i = 0; i < scheme.starts().size(); i++) {
      StartBlock start = scheme.starts().get(i);
      methods.addAll(of("start" + (i + 1), start.trainable(), start.frozen(), start.parametric()));
    }
    return methods;
  }

  private static List<MethodSpec> of(
      String prefix, LoweredProgram trainable, LoweredProgram frozen, LoweredProgram family) {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(choice(prefix, trainable.trains(), family.trains()));
    String coefficients = named(prefix, "coefficients");
    if (trainable.trains()) {
      CodeBlock call = CodeBlock.of("$N()", coefficients);
      methods.addAll(program(named(prefix, "trainable"), trainable, call));
    }
    methods.addAll(program(named(prefix, "frozen"), frozen, CodeBlock.of("$T.of()", Names.LIST)));
    if (trainable.trains()) {
      methods.add(coefficients(coefficients, trainable));
    }
    if (family.trains()) {
      String parameters = named(prefix, "parameters");
      CodeBlock call = CodeBlock.of("$N()", parameters);
      methods.addAll(program(named(prefix, "family"), family, call));
      methods.add(coefficients(parameters, family));
    }
    return methods;
  }

  private static String named(String prefix, String name) {
    return prefix.isEmpty()
        ? name
        : prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** The method that chooses a program; the one without a prefix is that of a scheme. */
  private static MethodSpec choice(String prefix, boolean trains, boolean isFamily) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(prefix.isEmpty() ? "program" : prefix)
            .returns(Names.BLOCK_PROGRAM)
            .addParameter(Names.COEFFICIENTS, "coefficients");
    if (prefix.isEmpty()) {
      method.addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    } else {
      method.addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    }
    CodeBlock frozen = CodeBlock.of("$N()", named(prefix, "frozen"));
    CodeBlock family = isFamily ? CodeBlock.of("$N()", named(prefix, "family")) : frozen;
    return trains
        ? method
            .addCode(
                CoefficientsSwitch.of(
                    CodeBlock.of("$N()", named(prefix, "trainable")), frozen, family))
            .build()
        : method.addStatement("return $L", frozen).build();
  }

  /** The programs of the first blocks, and that of all further ones. */
  private static MethodSpec programs(int starts) {
    String calls =
        IntStream.rangeClosed(1, starts)
            .mapToObj(i -> "start" + i + "(coefficients), ")
            .collect(Collectors.joining());
    return MethodSpec.methodBuilder("programs")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(Names.PROGRAM_LIST)
        .addParameter(Names.COEFFICIENTS, "coefficients")
        .addStatement("return $T.of($Lprogram(coefficients))", Names.LIST, calls)
        .build();
  }

  private static List<MethodSpec> program(
      String name, LoweredProgram lowered, CodeBlock coefficients) {
    BlockProgram program = lowered.program();
    List<CodeBlock> calls =
        program.instructions().stream().map(instruction -> call(instruction, lowered)).toList();
    CodeBlock end =
        program.hasOneState()
            ? CodeBlock.of("returning($S, $L)", program.output().name(), coefficients)
            : CodeBlock.of(
                "returning($L, $L, $L)",
                names(program.inputs()),
                names(program.outputs()),
                coefficients);
    CodeBlock writer = writer(program.stepPower());
    return calls.size() <= LONGEST_CHAIN
        ? List.of(chained(name, writer, calls, end))
        : inParts(name, writer, calls, end);
  }

  private static CodeBlock writer(int stepPower) {
    return stepPower == 1
        ? CodeBlock.of("new $T()", Names.PROGRAM_WRITER)
        : CodeBlock.of("new $T($L)", Names.PROGRAM_WRITER, stepPower);
  }

  private static CodeBlock names(List<Value> values) {
    CodeBlock names =
        values.stream()
            .map(value -> CodeBlock.of("$S", value.name()))
            .collect(CodeBlock.joining(", "));
    return CodeBlock.of("$T.of($L)", Names.LIST, names);
  }

  private static MethodSpec chained(
      String name, CodeBlock writer, List<CodeBlock> calls, CodeBlock end) {
    CodeBlock.Builder code = CodeBlock.builder().add("return $L\n$>$>", writer);
    calls.forEach(call -> code.add(".$L\n", call));
    return method(name, Names.BLOCK_PROGRAM).addCode(code.add(".$L;\n$<$<", end).build()).build();
  }

  /** Methods that add a part of the instructions each, and the one that calls them. */
  private static List<MethodSpec> inParts(
      String name, CodeBlock writer, List<CodeBlock> calls, CodeBlock end) {
    MethodSpec.Builder whole =
        method(name, Names.BLOCK_PROGRAM)
            .addStatement("$T program = $L", Names.PROGRAM_WRITER, writer);
    List<MethodSpec> parts = new ArrayList<>();
    for (int from = 0; from < calls.size(); from += LONGEST_CHAIN) {
      String part = name + (parts.size() + 1);
      MethodSpec.Builder method =
          method(part, TypeName.VOID).addParameter(Names.PROGRAM_WRITER, "program");
      calls
          .subList(from, Math.min(calls.size(), from + LONGEST_CHAIN))
          .forEach(call -> method.addStatement("program.$L", call));
      parts.add(method.build());
      whole.addStatement("$N(program)", part);
    }
    List<MethodSpec> methods =
        new ArrayList<>(List.of(whole.addStatement("return program.$L", end).build()));
    methods.addAll(parts);
    return methods;
  }

  private static MethodSpec.Builder method(String name, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(type);
  }

  private static CodeBlock call(Instruction instruction, LoweredProgram lowered) {
    if (instruction instanceof Evaluate evaluate) {
      return CodeBlock.of(
          "evaluate($S, $L, $S$L)",
          evaluate.target().name(),
          evaluate.evaluation(),
          evaluate.at().name(),
          evaluate.summand() == Summand.ALL
              ? CodeBlock.of("")
              : CodeBlock.of(", $T.$L", Names.SUMMAND, evaluate.summand()));
    }
    if (instruction instanceof Combine combine) {
      return CodeBlock.of(
          "combine($S, $L)", combine.target().name(), terms(combine.terms(), lowered));
    }
    if (instruction instanceof Accumulate accumulate) {
      return CodeBlock.of(
          "accumulate($S, $L)", accumulate.target().name(), terms(accumulate.terms(), lowered));
    }
    return CodeBlock.of("release($S)", ((Release) instruction).value().name());
  }

  private static CodeBlock terms(List<Term> terms, LoweredProgram lowered) {
    return terms.stream().map(term -> term(term, lowered)).collect(CodeBlock.joining(", "));
  }

  private static CodeBlock term(Term term, LoweredProgram lowered) {
    String value = term.value().name();
    if (term.factor() instanceof Factor.Frozen frozen) {
      return CodeBlock.of(
          "$T.of($S, $L, $S)",
          Names.TERM,
          frozen.exact(),
          Literal.of(lowered.number(frozen)),
          value);
    }
    if (term.factor() instanceof Factor.Derived derived) {
      return CodeBlock.of("$T.of($L, $S)", Names.TERM, FormulaCode.of(derived.formula()), value);
    }
    return term.factor() instanceof Factor.Trained trained
        ? CodeBlock.of("$T.of($S, $S)", Names.TERM, trained.coefficient(), value)
        : CodeBlock.of("$T.of($S)", Names.TERM, value);
  }

  private static MethodSpec coefficients(String name, LoweredProgram lowered) {
    CodeBlock list =
        lowered.program().coefficients().stream()
            .map(
                coefficient ->
                    CodeBlock.of(
                        "new $T($S, $S, $S, $L)",
                        Names.COEFFICIENT,
                        coefficient.name(),
                        coefficient.meaning(),
                        coefficient.exact(),
                        Literal.of(coefficient, lowered)))
            .collect(CodeBlock.joining(",\n"));
    return method(name, Names.COEFFICIENT_LIST)
        .addCode("return $T.of(\n$>$>$L);\n$<$<", Names.LIST, list)
        .build();
  }
}
