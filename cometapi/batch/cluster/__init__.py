"""The rows of a batch on a Dask cluster: this side makes and records requests, workers send them."""
