import io.butcherblock.dsl.LinearMultistep;

@LinearMultistep(order = 3, value = "y[n+1] = y[n-1] + 2 h f[n]", steps = 4)
interface ErroneousMultistepOrderTooHigh {}
