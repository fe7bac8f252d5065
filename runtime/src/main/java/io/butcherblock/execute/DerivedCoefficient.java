package io.butcherblock.execute;

import io.butcherblock.program.Formula;
import io.butcherblock.program.Formula.Monomial;
import io.butcherblock.program.FreeParameter;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A coefficient as a tensor, computed from the logits of free parameters; gradients reach these. It
 * is computed in double precision and rounded once, so that conditions on several coefficients hold
 * as well as rounded numbers can.
 */
public final class DerivedCoefficient {

  private DerivedCoefficient() {}

  /**
   * Computes a coefficient.
   *
   * @param formula how
   * @param logits those of the formula's parameters in their order, tensors of one element; they
   *     stay the caller's
   * @return a new tensor of the type and shape of the logits, which the caller closes
   */
  public static Tensor of(Formula formula, Tensor... logits) {
    try (PointerScope scope = new PointerScope()) {
      List<Tensor> values = new ArrayList<>();
      for (int i = 0; i < logits.length; i++) {
        values.add(value(formula.parameters().get(i), logits[i]));
      }
      Tensor quotient = sum(formula.numerator(), values).div(sum(formula.denominator(), values));
      return quotient.to(logits[0].scalar_type()).retainReference();
    }
  }

  private static Tensor value(FreeParameter parameter, Tensor logit) {
    Tensor share = logit.to(torch.ScalarType.Double).sigmoid();
    return share
        .mul(new Scalar(parameter.high() - parameter.low()))
        .add(new Scalar(parameter.low()));
  }

  private static Tensor sum(List<Monomial> terms, List<Tensor> values) {
    Tensor sum = null;
    for (Monomial term : terms) {
      Tensor product = product(term, values);
      sum = sum == null ? product : sum.add(product);
    }
    return sum;
  }

  private static Tensor product(Monomial term, List<Tensor> values) {
    Tensor product = torch.full_like(values.get(0), new Scalar(term.coefficient()));
    for (int i = 0; i < values.size(); i++) {
      for (int power = 0; power < term.powers().get(i); power++) {
        product = product.mul(values.get(i));
      }
    }
    return product;
  }
}
