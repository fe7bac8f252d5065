import io.butcherblock.dsl.SplittingMethod;
import io.butcherblock.dsl.ButcherTableau;

@SplittingMethod(order = 2, substep = ErroneousSubstepBroken.Heun.class, value = """
    1/2 g
        f
    1/2 g
    """)
interface ErroneousSubstepBroken {

  @ButcherTableau(order = 2, value = """
      0 |
      1 |  1
      --+--------
        | 1/2 a
      """)
  interface Heun {}
}
