import io.butcherblock.dsl.LinearMultistep;

@LinearMultistep(order = 2, value = "y[n+1] = y[n-1] + 2 h f[n]", steps = 4, startScheme = String.class)
interface ErroneousStartSchemeUnused {}
