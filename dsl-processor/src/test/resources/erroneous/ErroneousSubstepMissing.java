import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.SplittingMethod;

@SplittingMethod(order = 1, value = """
    f
    g
    """, substep = ErroneousSubstepMissing.Heum.class)
interface ErroneousSubstepMissing {

  interface Heum {}

  @ButcherTableau(order = 2, value = """
      0 |
      1 |  1
      --+--------
        | 1/2 1/2
      """)
  interface Heun {}
}
