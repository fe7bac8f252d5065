import io.butcherblock.dsl.LinearMultistep;

@LinearMultistep(order = 1, value = "y[n+1] = y[n-1] + h f[n] + h f[n-1]", steps = 4)
interface ErroneousReducible {}
