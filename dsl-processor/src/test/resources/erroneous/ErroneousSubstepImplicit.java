import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.SplittingMethod;

@SplittingMethod(order = 1, substep = ErroneousSubstepImplicit.BackwardEuler.class, value = """
    f
    g
    """)
interface ErroneousSubstepImplicit {

  @ButcherTableau(order = 1, value = """
      1 | 1
      --+--
        | 1
      """)
  interface BackwardEuler {}
}
