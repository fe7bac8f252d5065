import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;

@LinearMultistep(order = 2, value = "y[n+1] = y[n-1] + 2 h f[n]", steps = 4,
    start = Start.SCHEME, startScheme = ErroneousStartSchemeBroken.Broken.class)
interface ErroneousStartSchemeBroken {

  @ButcherTableau(order = 1, value = "0 | no rule")
  interface Broken {}
}
