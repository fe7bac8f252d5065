import io.butcherblock.dsl.LinearMultistep;

@LinearMultistep(order = 3, value = "y[n+1] = -4 y[n] + 5 y[n-1] + 4 h f[n] + 2 h f[n-1]", steps = 4)
interface ErroneousNotZeroStable {}
