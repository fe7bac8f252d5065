import io.butcherblock.dsl.LinearMultistep;

@LinearMultistep(order = 2, value = "y[n+2] = y[n] + 2 h f[n+1]", steps = 4)
interface ErroneousLeftSide {}
