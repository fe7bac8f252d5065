import io.butcherblock.dsl.LinearMultistep;

@LinearMultistep(order = 2, value = "y[n+1] = 2 y[n] - y[n-1] + h^2 f[n]", steps = 4)
interface ErroneousSecondOrder {}
