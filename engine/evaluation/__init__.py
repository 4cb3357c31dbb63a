"""How good an encoder is: datasets in their own layouts -> view vectors -> measures -> a report beside published rows.

`datasets/` reads layouts, `drawing` and `embedding` make vectors as the product does (kept by `cache`), `zero_shot`,
`few_shot` and `metrics` measure, `ablation` takes parts away, `published` holds the rows of the papers, `protocols`
is the table of what `shapeseek eval` runs.
"""
