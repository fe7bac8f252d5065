import io.butcherblock.dsl.LinearMultistep;

@LinearMultistep(order = 1, value = "y[n+1] = y[n] + h f[n] + 0 h f[n-3]", steps = 4)
interface ErroneousZeroTerm {}
