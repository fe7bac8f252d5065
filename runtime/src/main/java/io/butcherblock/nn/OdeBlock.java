package io.butcherblock.nn;

import io.butcherblock.execute.DerivedCoefficient;
import io.butcherblock.program.Formula;
import io.butcherblock.program.Summand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * One block of a network: one or more steps of an ODE scheme. Base class of the blocks that the
 * compiler generates, whose code reads like the scheme:
 *
 * <pre>{@code
 * Tensor k1 = evaluate(1, y0);
 * Tensor y1 = plus(y0, scale1, k1);
 * }</pre>
 */
public abstract class OdeBlock {

  /** Those of the evaluations, first to last. */
  private final List<RightHandSide> rightHandSides;

  /** Those of them that have weights of their own, by what names them in the block. */
  private final Map<String, RightHandSide> vectorFields;

  private final ParameterScope parameters;

  /**
   * The step size. A block of fixed coefficients multiplies them by it, and evaluates {@link
   * #derivative}; another one has it in {@link #evaluate}.
   */
  protected final double h;

  /** The factor of f in {@link #evaluate}: h, or its square of a scheme for y'' = f(y). */
  private final double factor;

  /**
   * Makes the evaluations of the block's vector field and registers their parameters.
   *
   * @param parts what the block is built from
   * @param evaluations how often the scheme evaluates the vector field in one block
   */
  protected OdeBlock(BlockParts parts, int evaluations) {
    this(parts, evaluations, /* stepPower= */ 1);
  }

  /**
   * Makes the evaluations of the block's vector field and registers their parameters.
   *
   * @param parts what the block is built from
   * @param evaluations how often the scheme evaluates the vector field in one block
   * @param stepPower d of a scheme for y^(d) = f(y), whose evaluations give h^d f: 1 or 2
   */
  protected OdeBlock(BlockParts parts, int evaluations, int stepPower) {
    this(parts, Collections.nCopies(evaluations, Summand.ALL), stepPower);
  }

  /**
   * Makes the evaluations of both summands of the block's vector field and registers their
   * parameters.
   *
   * @param parts what the block is built from
   * @param evaluations what each evaluation of a block computes of f(y) + g(y), first to last
   */
  protected OdeBlock(BlockParts parts, Summand... evaluations) {
    this(parts, List.of(evaluations), /* stepPower= */ 1);
  }

  private OdeBlock(BlockParts parts, List<Summand> evaluations, int stepPower) {
    this.parameters = parts.parameters();
    this.h = parts.stepSize();
    this.factor = Math.pow(h, stepPower);
    int own = BlockPlace.own(parts.sharing(), evaluations.size());
    if (BlockPlace.needsNamesOfStages(parts.sharing(), evaluations)
        && parts.vectorField() instanceof GraphVectorField field) {
      field.requireWeightsForEachStage(parts.channels());
    }
    this.vectorFields = new LinkedHashMap<>();
    this.rightHandSides = new ArrayList<>(evaluations.size());
    for (int i = 0; i < evaluations.size(); i++) {
      SummandField field = SummandField.of(parts.vectorField(), evaluations.get(i));
      StageContext stage = new StageContext(parts.channels(), Math.min(i + 1, own), own);
      String key = field.key(stage);
      if (!vectorFields.containsKey(key)) {
        int number = vectorFields.size();
        vectorFields.put(
            key,
            number < parts.vectorFields().size()
                ? parts.vectorFields().get(number)
                : rightHandSide(field, parts.parameters(), stage));
      }
      rightHandSides.add(vectorFields.get(key));
    }
  }

  private static RightHandSide rightHandSide(
      SummandField field, ParameterScope parameters, StageContext stage) {
    RightHandSide made = field.create(parameters, stage);
    return field.field() instanceof OpaqueVectorField opaque
        ? y -> newTensor(opaque, made.apply(y), y)
        : made;
  }

  /** Of tensor code, which the compiler cannot check; both tensors are to be closed, each once. */
  @SuppressWarnings("ReferenceEquality") // The object counts, which is closed, not its elements.
  private static Tensor newTensor(OpaqueVectorField field, Tensor k, Tensor y) {
    if (k == null || k == y) {
      throw new IllegalStateException(
          "The vector field %s gives %s; it must give a new tensor."
              .formatted(field.name(), k == null ? "null" : "its argument"));
    }
    return k;
  }

  /**
   * The vector fields that have weights of their own, in the order of their evaluations, by what
   * names them in the block.
   */
  final Map<String, RightHandSide> vectorFields() {
    return Collections.unmodifiableMap(vectorFields);
  }

  /** The vector field of a stage, from 1. */
  final RightHandSide rightHandSide(int stage) {
    return rightHandSides.get(stage - 1);
  }

  /**
   * Computes the block's output.
   *
   * @param y0 feature maps, float32 [N, C, H, W]; stays the caller's
   * @return a new tensor of the same shape, which the caller closes
   */
  public abstract Tensor forward(Tensor y0);

  /**
   * Computes the values of the next state that are not just passed on.
   *
   * @param state the values of {@code BlockProgram.inputs()} in their order, float32 [N, C, H, W];
   *     they stay the caller's
   * @return the values of {@code BlockProgram.made()} in their order: new tensors of the same
   *     shape, which the caller closes
   */
  public List<Tensor> forward(List<Tensor> state) {
    return List.of(forward(state.get(0)));
  }

  /**
   * Registers a trained coefficient as a parameter of the block.
   *
   * @param name the parameter's name: {@code scale1}
   * @param initial its initial value
   * @return a tensor of one element, which the network closes
   */
  protected final Tensor coefficient(String name, double initial) {
    return parameters.constant(name, initial, 1);
  }

  /**
   * Computes a coefficient from the free parameters of the scheme.
   *
   * @param formula how
   * @param logits those of the formula's parameters in their order, tensors of one element
   * @return a new tensor of one element, which the caller closes; gradients reach the logits
   */
  protected static Tensor derived(Formula formula, Tensor... logits) {
    return DerivedCoefficient.of(formula, logits);
  }

  /**
   * Evaluates h f(y): the vector field times the step size, or its square of a scheme for y'' =
   * f(y).
   *
   * @param stage the number of the evaluation in its block, from 1
   * @param y feature maps; stays the caller's
   * @return a new tensor of the same shape, which the caller closes
   */
  protected final Tensor evaluate(int stage, Tensor y) {
    Tensor k = derivative(stage, y);
    if (factor == 1) {
      return k;
    }
    try (Scalar scalar = new Scalar(factor);
        k) {
      return k.mul(scalar);
    }
  }

  /**
   * Evaluates f(y): the vector field without the step size.
   *
   * @param stage the number of the evaluation in its block, from 1
   * @param y feature maps; stays the caller's
   * @return a new tensor of the same shape, which the caller closes
   */
  protected final Tensor derivative(int stage, Tensor y) {
    return rightHandSide(stage).apply(y);
  }

  /** Computes y + k into a new tensor, which the caller closes. */
  protected static Tensor plus(Tensor y, Tensor k) {
    return y.add(k);
  }

  /** Computes y + c k with a frozen coefficient c into a new tensor, which the caller closes. */
  protected static Tensor plus(Tensor y, double c, Tensor k) {
    try (Scalar scalar = new Scalar(c)) {
      return y.add(k, scalar);
    }
  }

  /**
   * Computes y + c k with a trained coefficient c, a tensor of one element, into a new tensor,
   * which the caller closes.
   */
  protected static Tensor plus(Tensor y, Tensor c, Tensor k) {
    return y.addcmul(k, c);
  }

  /** Computes c k with a frozen coefficient c into a new tensor, which the caller closes. */
  protected static Tensor times(double c, Tensor k) {
    try (Scalar scalar = new Scalar(c)) {
      return k.mul(scalar);
    }
  }

  /**
   * Computes c k with a trained coefficient c, a tensor of one element, into a new tensor, which
   * the caller closes.
   */
  protected static Tensor times(Tensor c, Tensor k) {
    return k.mul(c);
  }

  /**
   * Computes sum += k in place.
   *
   * @param sum a tensor that the block made and that nothing has read yet
   * @param k a tensor of the same shape
   */
  protected static void accumulate(Tensor sum, Tensor k) {
    sum.add_(k);
  }

  /**
   * Computes sum += c k in place, with a frozen coefficient c.
   *
   * @param sum a tensor that the block made and that nothing has read yet
   * @param c the coefficient
   * @param k a tensor of the shape of {@code sum}
   */
  protected static void accumulate(Tensor sum, double c, Tensor k) {
    try (Scalar scalar = new Scalar(c)) {
      sum.add_(k, scalar);
    }
  }

  /**
   * Computes sum += c k in place, with a trained coefficient c.
   *
   * @param sum a tensor that the block made and that nothing has read yet
   * @param c the coefficient, a tensor of one element
   * @param k a tensor of the shape of {@code sum}
   */
  protected static void accumulate(Tensor sum, Tensor c, Tensor k) {
    sum.addcmul_(k, c);
  }
}
