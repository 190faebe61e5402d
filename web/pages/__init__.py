"""One file a kind of page; each route calls one action and renders what it returns."""
