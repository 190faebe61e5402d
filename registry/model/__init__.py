"""What things are: frozen values without I/O. A newcomer's mistake: a `Claim` here is what a reader found in a text;
the row that keeps it is `registry.store.tables.Claim`."""
