import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.SplittingMethod;

@SplittingMethod(order = 2, substep = ErroneousSubstepFamily.TwoStage.class, value = """
    1/2 g
        f
    1/2 g
    """)
interface ErroneousSubstepFamily {

  @ButcherTableau(order = 2, parameters = "a in [1/3, 1], start 2/3", value = """
      0 |
      a | a
      --+------------------
        | 1-1/(2*a) 1/(2*a)
      """)
  interface TwoStage {}
}
