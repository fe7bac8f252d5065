import io.butcherblock.dsl.LinearMultistep;

@LinearMultistep(order = 1, value = "y[n+1] = 2 y[n] - y[n-1] + f[n]", steps = 4, absorbsStepSize = true)
interface ErroneousNothingAbsorbed {}
