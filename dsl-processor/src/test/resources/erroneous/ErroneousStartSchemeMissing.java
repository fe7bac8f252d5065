import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;

@LinearMultistep(order = 2, value = "y[n+1] = y[n-1] + 2 h f[n]", steps = 4, start = Start.SCHEME, startScheme = String.class)
interface ErroneousStartSchemeMissing {}
