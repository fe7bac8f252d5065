import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;

@LinearMultistep(
    order = 2,
    value = "y[n+1] = y[n-1] + 2 h f[n]",
    steps = 3,
    start = Start.SCHEME,
    startScheme = ErroneousStartSchemeFamily.TwoStage.class)
interface ErroneousStartSchemeFamily {

  @ButcherTableau(order = 2, parameters = "a in [1/3, 1], start 2/3", value = """
       0 |
       a | a
      ---+-------------------
         | 1-1/(2*a)  1/(2*a)
      """)
  interface TwoStage {}
}
