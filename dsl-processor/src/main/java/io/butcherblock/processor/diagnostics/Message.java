package io.butcherblock.processor.diagnostics;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import java.util.Arrays;
import java.util.Locale;

/**
 * Every message of the compiler. The tag is stable: it stands first in the text and silences a
 * warning. Each constant has a source file that provokes it among the tests.
 */
public enum Message {
  // Numbers. The first argument is the declaring type.
  UNKNOWN_CHARACTER(
      "BadCoefficient",
      "%s: '%s' does not belong in a number, which is made of digits, a decimal point,"
          + " + - * / ( ) and sqrt(...).%s"),
  TEX("BadCoefficient", "%s: '%s' is TeX, which is not read. %s"),
  SPACED(
      "BadCoefficient",
      "%s: an entry is one number without spaces, such as 1/2 or (1-sqrt(2))/2, but here is %s."),
  SEPARATOR(
      "BadCoefficient",
      "%s: '%s' is neither a decimal point nor a separator here. %s; entries of a tableau stand"
          + " apart by spaces, and terms of a recurrence by their signs."),
  NUMBER_EXPECTED("BadCoefficient", "%s: a number is expected here, but %s."),
  MISSING_OPERATOR(
      "BadCoefficient",
      "%s: an operator is missing before '%s'. A product is written with a star: %s.%s"),
  ROOT_WITHOUT_BRACKETS(
      "BadCoefficient", "%s: sqrt is followed by its radicand in brackets, without a space: %s."),
  SECOND_POINT("BadCoefficient", "%s: this number has a second decimal point."),
  CLOSING_BRACKET("BadCoefficient", "%s: this bracket closes none."),
  UNCLOSED_BRACKET("BadCoefficient", "%s: this bracket is not closed."),
  DIVISION_BY_ZERO("BadCoefficient", "%s: this divides by zero."),
  NEGATIVE_RADICAND("BadCoefficient", "%s: sqrt(%s) is not a real number."),
  NESTED_RADICAL(
      "BadCoefficient",
      "%s: sqrt(%s) is a nested root. The compiler computes with sums of square roots"
          + " of rational numbers, and found no such sum that equals it; sqrt(3+2*sqrt(2)),"
          + " for example, is 1+sqrt(2)."),
  RADICAND_TOO_LARGE(
      "BadCoefficient",
      "%s: sqrt(%s) is too large to be simplified; numerator times denominator may be at most"
          + " 10^14."),
  TOO_MANY_ROOTS(
      "BadCoefficient",
      "%s: sqrt(%s) is one independent square root too many. The compiler computes with"
          + " at most %d in one scheme."),
  NUMBER_TOO_LONG(
      "BadCoefficient",
      "%s: this number is too long: numerators and denominators may have %d digits at"
          + " most. Simplify or round it."),
  TOO_DEEP("BadCoefficient", "%s: more than %d brackets are nested here. Simplify the expression."),

  // The shape of a tableau.
  MISSING_BAR("Shape", "%s: this row has no bar '|'. %s"),
  SECOND_BAR("Shape", "%s: this row has a second bar '|'."),
  MISSING_RULE(
      "Shape", "%s has no rule line. Write a line of dashes between the stages and the weights."),
  MISSING_FORM(
      "Shape",
      "%s: its rows are those of the %s form, %s. If that is meant, write form = TableauForm.%s"
          + " (import io.butcherblock.dsl.TableauForm). A tableau has a row c | a_1 a_2 ... for"
          + " each stage, and a line of dashes between the stages and the weights."),
  SECOND_RULE(
      "Shape",
      "%s has a second rule line. One stands between the stages and the weights; leave the other"
          + " out, also one between two rows of weights."),
  RULE_ABOVE_STAGE(
      "Shape",
      "%s: the rule line stands above the row of stage %d. Write it between the row of the last"
          + " stage and the weights."),
  NO_STAGES("Shape", "%s has no stage above the rule line. Euler's tableau has one: 0 |"),
  NO_WEIGHTS("Shape", "%s has no row of weights below the rule line."),
  SECOND_WEIGHTS(
      "Shape",
      "%s has a second row of weights. An embedded method is read in an explicit @ButcherTableau"
          + " without parameters only: keep the row that a block is to use, and leave out the one"
          + " that estimates errors."),
  THIRD_WEIGHTS(
      "Shape",
      "%s has a third row of weights. There may be two: that of the method, and that of an embedded"
          + " method which estimates errors."),
  ABSCISSA(
      "Shape",
      "%s: stage %d has %d numbers left of the bar, but exactly one belongs there, the"
          + " abscissa c."),
  RAGGED_ROW(
      "Shape",
      "%s: wrong number of coefficients in the row of stage %d: %d, but earlier stages: %d."
          + " %s."),
  WEIGHT_COUNT("Shape", "%s: weights: %d, stages: %d. Each stage has a weight; %s."),
  FACTOR_WITHOUT_STAR(
      "Shape", "%s: write a common factor of the weights with a star before the bar: %s * |"),
  ROW_NAME(
      "Shape",
      "%s: '%s' is no number. Left of the bar of the weights stands nothing but a common factor of"
          + " them, as 1/6 * |; leave a name of the row out."),

  TOO_MANY_STAGES("Size", "%s has %d stages, but at most %d are supported."),
  TEXT_TOO_LONG(
      "Size",
      "%s: this text has %d characters, but a string in a Java class has room for %d bytes only."),
  TOO_MANY_FINDINGS(
      "Shape", "%s: more than %d places of this text are wrong; the others are not shown."),
  TOO_LARGE(
      "Size",
      "%s: a block has %d coefficients other than 0, but a Java method has room for %d" + " only."),

  // Runge-Kutta schemes.
  NOT_EXPLICIT(
      "NotExplicit",
      "%s is not explicit: stage %d uses stage %d, as a_%s = %s is not 0. A block evaluates one"
          + " stage after the other. An implicit method takes iterations = %d, say: so many rounds"
          + " of its stages, each from the one before."),
  ROW_SUM(
      "RowSum",
      "%s: the abscissa c_%d = %s, but the coefficients of its row sum to %s (off by %s). %s"),
  ORDER_TOO_HIGH(
      "OrderTooHigh",
      "%s claims order %d, but %s (tree %s, order %d) gives %s, not %s (off by %s); %s.%s %s"),
  ORDER_BEYOND_STAGES(
      "OrderTooHigh",
      "%s claims order %d, but an explicit scheme of %s has order %d at most. Claim order %4$d or"
          + " less, or add stages."),
  ORDER_BEYOND_PROOF(
      "OrderTooHigh", "%s claims order %d, but the compiler proves orders up to %d only."),
  ORDER_BEYOND_WORK(
      "OrderTooHigh",
      "%s claims order %d, but it would take too long to prove that of its %d stages: the numbers"
          + " are too long. Simplify them, or claim a lower order."),
  ORDER_NOT_POSITIVE("OrderTooHigh", "%s claims order %d. The lowest order is 1."),
  ORDER_TOO_LOW(
      "OrderTooLow",
      Severity.WARNING,
      "%s claims order %d, but is better: all conditions of order %d hold%s. Claim order"
          + " %3$d."),
  UNUSED_STAGE(
      "UnusedStage",
      Severity.WARNING,
      "%s: nothing uses %s, and a block leaves it out: it has the weight 0, and no stage that"
          + " counts looks back to it. Leave it out of the tableau, or correct the weights."),
  EQUAL_STAGES(
      "Reducible",
      Severity.WARNING,
      "%s is reducible: stages %d and %d have the same row, hence the same k. One of them with the"
          + " sum of both weights is the same method."),

  // Recurrences.
  LEFT_SIDE("BadRecurrence", "%s: a recurrence begins with y[n+1] =, %s"),
  BAD_TERM("BadRecurrence", "%s: %s. A term is a number times y[n-j], or a number times %s."),
  BRACKETED_TERMS("BadRecurrence", "%s: terms cannot be put in brackets. Multiply them out: %s."),
  REPEATED_TERM("BadRecurrence", "%s: %s occurs twice. Add the two coefficients."),
  IMPLICIT_RECURRENCE(
      "NotExplicit",
      "%s is not explicit: its right-hand side uses %s, which is not known before the step. %s."),
  BAD_INDEX(
      "BadRecurrence", "%s: '%s' %s. An index is n, n-1, n-2, ..., whole steps back, as in %s."),
  ZERO_TERM(
      "ZeroTerm",
      Severity.WARNING,
      "%s: %s has the coefficient 0, and looks farther back than all terms that count. It adds"
          + " %s. Leave it out."),
  REDUCIBLE(
      "Reducible",
      Severity.WARNING,
      "%s is reducible: rho(z) and sigma(z) have the common factor %s. Without it, the method is"
          + " %s, which has the same order and looks back less."),
  TOO_FAR_BACK("BadRecurrence", "%s looks back %s steps; at most %d are supported."),

  // Linear multistep schemes.
  MULTISTEP_ORDER_TOO_HIGH(
      "OrderTooHigh", "%s claims order %d, but C_%d = %s gives %s, not 0%s; %s. %s"),
  NOT_ZERO_STABLE(
      "NotZeroStable",
      "%s: rho(z) = %s has the root %s, %s. All roots must lie in the closed unit disc,"
          + " and those on the circle must be %s (root condition).%s"),
  STABILITY_BEYOND_PROOF(
      "NotZeroStable",
      "%s: it would take too long to decide zero-stability: rho(z) has degree %d, its coefficients"
          + " have %s, and their numbers are long. Look back fewer steps,"
          + " or use fewer square roots or shorter numbers."),
  INTERVALS_BEYOND_WORK(
      "Stability",
      Severity.NOTE,
      "%s: its intervals of stability are left out, as it would take too long to compute them: the"
          + " numbers are too long. What else is claimed is proved."),
  STARTING_ORDER(
      "StartingOrder",
      Severity.WARNING,
      "%s claims order %d, which its recurrence has after accurate starting values. But each block"
          + " starts anew, its first %s by %s, of order %d, and a chain of blocks has order %d."
          + " Choose a startScheme of order %2$d, with start = Start.SCHEME (import"
          + " io.butcherblock.dsl.Start)."),
  ZERO_HISTORY(
      "StartingOrder",
      Severity.WARNING,
      "%s claims order %d, which its recurrence has after accurate starting values. But each block"
          + " starts from a zero history, y[m] = f[m] = 0 for m < 0, and so a block %s. Where that"
          + " is not meant, choose a startScheme of order %2$d, with start = Start.SCHEME."),
  NETWORK_START(
      "StartingOrder",
      Severity.WARNING,
      "%s claims order %d, which its recurrence has after accurate starting values. But its"
          + " starting procedure %s, and %s. %s."),
  NO_STEPS("Steps", "%s: steps = %d, but a block takes at least one step."),
  NOTHING_ABSORBED(
      "BadRecurrence",
      "%s: f cannot absorb the step size here, as no factor c makes the recurrence consistent with"
          + " f = c h g: rho'(1) = c sigma(1), and one of them is 0. A scheme for y'' = f(y) is"
          + " written with h^2, without absorbsStepSize."),
  PAIR_STAGES(
      "Shape", "%s: the tableau of %s has %s and that of %s %d; stage i is the same in both."),
  PAIR_ROW_SUM(
      "RowSum",
      "%s: in stage %d of %s the abscissa is %s, but the coefficients sum to %s (off by %s)."
          + " %s"),
  PARTITIONED_IMPLICIT(
      "NotExplicit",
      "%s is implicit: some stages of p and q need each other. Stage i of p needs k_j where a_ij of"
          + " p is not 0, and k_j = f(Q_j) needs stage j of q. Partitioned schemes are not"
          + " iterated: take two tableaus whose stages follow one after the other, as those of"
          + " Stoermer-Verlet and Ruth do."),
  ADDITIVE_IMPLICIT(
      "NotExplicit",
      "%s: a_%s of %s is not 0, but an additive scheme is explicit: stage i looks back to the"
          + " stages before it. Implicit-explicit (IMEX) schemes are not supported: take two"
          + " tableaus with zeros on the diagonal and above it."),
  SPLITTING_STEP("Shape", "%s: this is no step of a splitting method. %s."),
  SUBSTEP_MISSING("Substep", "%s: substep needs a type annotated with @ButcherTableau, but %s.%s"),
  SUBSTEP_FAMILY("Substep", "%s: substep = %s has free parameters. Choose a scheme without any."),
  SUBSTEP_BROKEN("Substep", "%s: the tableau of substep = %s has errors of its own."),
  SUBSTEP_IMPLICIT(
      "Substep",
      "%s: substep = %s is implicit. Choose an explicit scheme, or declare iterations of it."),
  PAIR_ORDER_TOO_HIGH(
      "OrderTooHigh",
      "%s claims order %d, but the condition of the %s (order %d) gives %s, not %s (off by %s). In"
          + " all, %d of the %d conditions of this order %s; %s. %s"),
  TOO_FEW_STEPS(
      "Steps",
      "%s: steps = %d, but at least %d are needed: the steps of the starting procedure,"
          + " %d, are counted in, and the recurrence must run at least once."),
  EMPTY_STEP(
      "Steps",
      "%s: with a zero history, step %d gives y[%2$d] = %s. Use start = Start.EULER or"
          + " start = Start.SCHEME."),
  SECOND_ORDER(
      "SecondOrder", "%s: its h^2 makes it a scheme for y'' = f(y), and such a scheme %s."),
  STEP_POWERS(
      "SecondOrder",
      "%s: some terms of f have h and others h^2. All have h in a scheme for y' = f(y), and h^2 in"
          + " one for y'' = f(y)."),
  START_SCHEME_MISSING(
      "StartScheme",
      "%s: start = Start.SCHEME needs a startScheme, a type annotated with @ButcherTableau,"
          + " but %s.%s"),
  START_SCHEME_BROKEN("StartScheme", "%s: the tableau of startScheme = %s has errors of its own."),
  START_SCHEME_UNUSED("StartScheme", "%s names a startScheme, but start = %s does not use it."),

  // Vector fields and networks.
  NOT_A_SCHEME(
      "UnknownScheme",
      "%s: scheme = %s is not annotated with @ButcherTableau, @LinearMultistep,"
          + " @PartitionedRungeKutta, @AdditiveRungeKutta or @SplittingMethod.%s"),
  NOT_A_VECTOR_FIELD(
      "UnknownVectorField",
      "%s: vectorField = %s is neither annotated with @VectorField or @SplitVectorField nor a"
          + " public class with a public constructor without parameters that extends"
          + " io.butcherblock.nn.GraphVectorField or io.butcherblock.nn.OpaqueVectorField.%s"),
  NOT_A_SUMMAND(
      "UnknownVectorField",
      "%s: %s = %s is neither annotated with @VectorField or @SplitVectorField nor a public class"
          + " with a public constructor without parameters that extends"
          + " io.butcherblock.nn.GraphVectorField. Tensor code is no summand.%s"),
  SUMMAND_OF_ITSELF(
      "UnknownVectorField",
      "%s: %s leads back to this vector field, which cannot be a summand of itself."),
  NOT_POSITIVE("Size", "%s: %s = %d, but it must be at least 1."),
  ODD_CHANNELS(
      "Size",
      "%s: a partitioned scheme divides the channels into two halves, which %d channels do not"
          + " have. Declare an even number of them, such as %d."),
  STEP_SIZE_NOT_POSITIVE("Size", "%s: stepSize = %s, but the step size h must be positive."),
  STEP_SIZE_OUT_OF_RANGE(
      "Size",
      "%s: with this stepSize f is multiplied by %s = %s, and the numbers of single precision"
          + " reach from 1.2e-38 to 3.4e38."),
  NO_CONVOLUTION(
      "Layers",
      "%s: a vector field needs at least one layer Layer.CONV_3X3 or"
          + " Layer.CONV_3X3_ANTISYMMETRIC."),
  NOTHING_TO_TRANSPOSE(
      "Layers",
      "%s: Layer.CONV_3X3_TRANSPOSED has the weights of the nearest Layer.CONV_3X3 before it, and"
          + " there is none. Put one before it."),
  NOT_AN_INTERFACE(
      "Kind",
      "%s is %s, but a declaration stands on an interface that stays empty: all of it is in the"
          + " annotation, and nothing else of the type would be read."),
  BAD_NAME(
      "Name",
      "%s: the name '%s' cannot be used on the command line. A name has lower-case letters and"
          + " digits, and single -, . or _ between them, at most 200 in all. Write name = \"%s\"."),
  SILENCES_NOTHING(
      "SilencesNothing",
      Severity.WARNING,
      "%s: @SuppressWarnings(\"butcherblock:%s\") silences nothing: %s"),
  DUPLICATE_NAME(
      "Name",
      "%s: the name '%s' is already taken by %s. Rename the type, or give it another"
          + " name = \"...\"."),

  // Other forms of Runge-Kutta schemes.
  NO_ROWS("Shape", "%s has no row. %s."),
  LOW_STORAGE_ROW(
      "Shape",
      "%s: numbers of row %d left of the bar: %d, right of it: %d; but a row of the low-storage"
          + " form reads c | A B."),
  LOW_STORAGE_FIRST("Shape", "%s: the first A is %s, but there is no earlier q, and it is 0."),
  SHU_OSHER_ROW(
      "Shape",
      "%s: row %d has %s left of the bar and %d right of it, but row i of the Shu-Osher"
          + " form has i alphas and i betas. %s."),
  SHU_OSHER_SUM(
      "RowSum",
      "%s: the alphas of row %d sum to %s, but to be consistent they sum to 1 (off by %s). %s"),

  // Schemes that are known in decimals only.
  BAD_TOLERANCE(
      "Tolerance",
      "%s: tolerance = \"%s\" is %s. Write a small positive number, such as 1e-14: by that much the"
          + " row sums and order conditions of rounded coefficients may be missed."),
  TOLERANCE_TOO_LARGE(
      "Tolerance",
      "%s: tolerance = \"%s\" is too large to say anything of an order; it must be below 1e-3."
          + " Write the coefficients with more digits."),
  TOLERANCE_EXCEEDED(
      "OrderTooHigh",
      "%s claims order %d to %s, but %s missed by more; the largest residual,"
          + " that of %s (tree %s, order %d), is %s; %s. %s"),
  TOLERANCE_UNNEEDED(
      "Tolerance",
      Severity.WARNING,
      "%s needs no tolerance: its row sums and all conditions of order %d hold exactly. Without it,"
          + " the order is proved."),

  // Families: schemes with free parameters.
  BAD_PARAMETER(
      "Parameters",
      "%s: %s is expected here. A free parameter is declared as in a in [1/3, 1], start 2/3;"
          + " several are separated by semicolons."),
  PARAMETER_NAME("Parameters", "%s: '%s' cannot be the name of a free parameter: %s."),
  EMPTY_INTERVAL(
      "Parameters", "%s: the interval of %s is empty: its left end must be the smaller one."),
  START_OUTSIDE(
      "Parameters",
      "%s: %s starts from %s, which does not lie inside %s. Training keeps a parameter inside its"
          + " interval, and its ends are never reached."),
  TOO_MANY_PARAMETERS("Parameters", "%s: at most %d free parameters are supported."),
  UNUSED_PARAMETER(
      "Parameters", "%s: no coefficient depends on the free parameter %s. Leave it out."),
  ROOT_OF_PARAMETER(
      "BadCoefficient",
      "%s: sqrt(%s) depends on a free parameter. Coefficients are rational functions of the"
          + " parameters; choose the root itself as the parameter."),
  FUNCTION_TOO_LONG(
      "BadCoefficient", "%s: this function of the parameters has more than %d terms. Simplify it."),
  POLE("Pole", "%s: a coefficient divides by %s, which is 0 %s. Choose %s without it."),
  POLE_UNDECIDED(
      "Pole",
      "%s: a coefficient divides by %s, and whether that is 0 somewhere for %s could not be"
          + " decided. Choose smaller intervals."),
  NOT_ZERO_STABLE_FOR(
      "NotZeroStable",
      "%s: for %s, rho(z) = %s has the root %s, %s. All roots must lie in the closed unit disc, and"
          + " those on the circle must be simple (root condition), for every value in %s. Choose a"
          + " smaller interval%s."),
  ZERO_STABILITY_UNDECIDED(
      "NotZeroStable", "%s: zero-stability cannot be decided for every value: %s."),
  FAMILY_NOT_EXPLICIT(
      "NotExplicit",
      "%s is not explicit: stage %d uses stage %d, as a_%s = %s is not 0 for every value. A block"
          + " evaluates one stage after the other, and a tableau with free parameters is not"
          + " iterated. Let stages look back to earlier ones only, or write numbers for the"
          + " parameters and take iterations = %d, say."),
  FAMILY_ZERO_HISTORY(
      "StartingOrder",
      "%s: with free parameters, a block cannot start from a zero history: its order could depend"
          + " on their values. Use start = Start.EULER or start = Start.SCHEME."),
  START_SCHEME_FAMILY(
      "StartScheme", "%s: startScheme = %s has free parameters. Choose a scheme without any."),
  NO_FREE_PARAMETERS(
      "Coefficients",
      "%s: coefficients = Coefficients.FAMILY trains the free parameters of a scheme, but %s has"
          + " none. Declare some in its parameters, or choose Coefficients.TRAINABLE or"
          + " Coefficients.FROZEN."),

  // Embedded pairs.
  NO_EMBEDDED_ROW(
      "Embedded",
      "%s: embeddedOrder = %d is the order of an embedded method, but there is no second row of"
          + " weights. Write it below the first one, or leave embeddedOrder out."),
  NO_EMBEDDED_ORDER(
      "Embedded",
      "%s has a second row of weights. If it is that of an embedded method, which estimates errors,"
          + " write %s; if not, leave it out. A block takes the step of the first row."),
  EQUAL_ROWS(
      "Embedded",
      "%s: both rows of weights are the same, and their difference estimates nothing. Compare them"
          + " with their source."),
  EXCHANGED_ROWS(
      "Embedded",
      "%s: the first row of weights has order %d, and the second one order %d. Exchange both rows,"
          + " or write order = %2$d and embeddedOrder = %3$d. A block takes the step of the first"
          + " row."),
  DIFFERENCE_ROW(
      "Embedded",
      "%s: the second row of weights sums to 0, as the difference of two rows does. Write the"
          + " weights of the embedded method, which are the first row %s this one and have order"
          + " %d: %s"),
  EMBEDDED_ALONE(
      "Embedded", "%s: an embedded method together with %s is not supported. Leave %s out."),

  // Implicit methods by iteration.
  ITERATIONS_NEGATIVE("Iterations", "%s: iterations = %d, but it must be at least 0."),
  NOTHING_TO_ITERATE(
      "Iterations",
      "%s is explicit already: iterations = %d would compute its stages again. Leave iterations"
          + " out."),
  ITERATIONS_TOLERANCE(
      "Iterations",
      "%s: a tolerance together with iterations is not supported; the order of iterations is proved"
          + " exactly. Leave the tolerance out, and write exact coefficients."),
  TOO_FEW_ITERATIONS(
      "OrderTooHigh",
      "%s claims order %d, which the implicit method has. But the order of %s from K_i = f(y) is"
          + " %d: each iteration adds one, up to the order of the method. Take iterations = %d, or"
          + " claim order %4$d."),
  TABLEAU_STEPS("Steps", "%s: steps = %d, but a block takes at least one step."),

  // Implicit recurrences by a predictor.
  PREDICTOR_UNUSED(
      "Predictor",
      "%s names a predictor, but its recurrence has no f[n+1] that is to be predicted. Leave the"
          + " predictor out."),
  CORRECTIONS("Predictor", "%s: corrections = %d, but %s."),
  PREDICTOR_INCONSISTENT(
      "Predictor",
      "%s: in the predictor the coefficients of y sum to %s, not 1, so that it gives no value near"
          + " y[n+1].%s"),
  PREDICTOR_ORDER(
      "OrderTooHigh",
      "%s claims order %d, which its corrector has. But its predictor has order %d, to which %s"
          + " adds one, and together they have order %d. Take corrections = %d, or a predictor of"
          + " order %d.%s"),
  EMPTY_PREDICTION(
      "Steps",
      "%s: with a zero history, nothing is left of the predictor in step %d. Use start ="
          + " Start.EULER or start = Start.SCHEME."),
  PARAMETERS_ALONE(
      "Parameters",
      "%s: free parameters together with %s are not supported. Leave one of them out."),

  // The compiler itself.
  MISSING_RUNTIME(
      "Runtime",
      "%s: the generated code needs io.butcherblock:runtime, which is not on the class"
          + " path. Add it to the project's dependencies."),
  NOT_WRITTEN("Output", "%s: %s could not be written: %s."),
  INTERNAL("Internal", "%s: the compiler failed through an error of its own, not of yours: %s");

  /** The longest argument that is shown whole. */
  private static final int LONGEST = 600;

  private final String tag;
  private final Severity severity;
  private final String format;

  Message(String tag, String format) {
    this(tag, Severity.ERROR, format);
  }

  Message(String tag, Severity severity, String format) {
    this.tag = tag;
    this.severity = severity;
    this.format = format;
  }

  public String tag() {
    return tag;
  }

  public Severity severity() {
    return severity;
  }

  /** The text behind the tag, as a format of {@link java.util.Formatter}. */
  public String format() {
    return format;
  }

  /** This message with its arguments, at a location. */
  public Finding at(Location location, Object... arguments) {
    Object[] shown = Arrays.stream(arguments).map(Message::shown).toArray();
    return new Finding(
        this, "[" + tag + "] " + String.format(Locale.ROOT, format, shown), location);
  }

  /** What is quoted may be of any length, and a message is read. */
  private static Object shown(Object argument) {
    if (argument instanceof Exact number) {
      return ShortText.of(number);
    }
    if (argument instanceof Number) {
      return argument;
    }
    String text = Printable.of(argument.toString(), /* lines= */ true);
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST / 2) + " ... " + text.substring(text.length() - LONGEST / 2);
  }
}
