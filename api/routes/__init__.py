"""One file a resource; the name of a function is the operation id, its docstring what the reader of the API sees."""
