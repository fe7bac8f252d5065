package io.butcherblock.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import io.butcherblock.processor.model.ClassReference;
import io.butcherblock.processor.model.DeclaredType;
import java.util.List;

/** The classes that generated code uses, by name, and references to classes as JavaPoet's names. */
final class Names {

  private static final String NN = "io.butcherblock.nn";
  private static final String DSL = "io.butcherblock.dsl";
  private static final String PROGRAM = "io.butcherblock.program";

  static final ClassName BLOCK = ClassName.get(NN, "OdeBlock");
  static final ClassName STATE_BLOCK = ClassName.get(NN, "StateBlock");
  static final ClassName BLOCK_PARTS = ClassName.get(NN, "BlockParts");
  static final ClassName REGISTERED = ClassName.get(NN, "Registered");
  static final ClassName SCHEME = ClassName.get(NN, "OdeScheme");
  static final ClassName SCHEME_FACTS = ClassName.get(NN, "SchemeFacts");
  static final ClassName SCHEME_FAMILY = ClassName.get(NN, "SchemeFamily");
  static final ClassName SCHEME_STABILITY = ClassName.get(NN, "SchemeStability");
  static final ClassName SCHEME_MEASURES = ClassName.get(NN, "SchemeMeasures");
  static final ClassName LAYERED_VECTOR_FIELD = ClassName.get(NN, "LayeredVectorField");
  static final ClassName SUM_OF_VECTOR_FIELDS = ClassName.get(NN, "SumOfVectorFields");
  static final ClassName VECTOR_FIELD_FACTORY = ClassName.get(NN, "VectorFieldFactory");
  static final ClassName NETWORK = ClassName.get(NN, "OdeNetworkDeclaration");
  static final ClassName NETWORK_SPEC = ClassName.get(NN, "NetworkSpec");
  static final ClassName BLOCK_PROGRAM = ClassName.get(PROGRAM, "BlockProgram");
  static final ClassName PROGRAM_WRITER = ClassName.get(PROGRAM, "ProgramWriter");
  static final ClassName SUMMAND = ClassName.get(PROGRAM, "Summand");
  static final ClassName TERM = ClassName.get(PROGRAM, "Term");
  static final ClassName COEFFICIENT = ClassName.get(PROGRAM, "Coefficient");
  static final ClassName FORMULA = ClassName.get(PROGRAM, "Formula");
  static final ClassName MONOMIAL = FORMULA.nestedClass("Monomial");
  static final ClassName FREE_PARAMETER = ClassName.get(PROGRAM, "FreeParameter");
  static final ClassName COEFFICIENTS = ClassName.get(DSL, "Coefficients");
  static final ClassName WEIGHT_SHARING = ClassName.get(DSL, "WeightSharing");
  static final ClassName LAYER = ClassName.get(DSL, "Layer");
  static final ClassName TENSOR = ClassName.get("org.bytedeco.pytorch", "Tensor");
  static final ClassName LIST = ClassName.get("java.util", "List");
  static final ParameterizedTypeName COEFFICIENT_LIST =
      ParameterizedTypeName.get(LIST, COEFFICIENT);

  static final ParameterizedTypeName TENSOR_LIST = ParameterizedTypeName.get(LIST, TENSOR);
  static final ParameterizedTypeName PROGRAM_LIST = ParameterizedTypeName.get(LIST, BLOCK_PROGRAM);

  private Names() {}

  /** The annotated type itself. */
  static ClassName declaring(DeclaredType type) {
    int begin = type.packageName().isEmpty() ? 0 : type.packageName().length() + 1;
    return of(new ClassReference(type.packageName(), type.qualifiedName().substring(begin)));
  }

  static ClassName of(ClassReference reference) {
    List<String> names = List.of(reference.simpleName().split("\\.", -1));
    return ClassName.get(
        reference.packageName(),
        names.get(0),
        names.subList(1, names.size()).toArray(String[]::new));
  }
}
