import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.TableauForm;

@ButcherTableau(order = 3, form = TableauForm.LOW_STORAGE, value = """
    0   |   1       1/3
    1/3 | -5/9     15/16
    3/4 | -153/128  8/15
    """)
interface ErroneousLowStorageFirst {}
