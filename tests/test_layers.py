"""Who may import whom, and who may speak SQL: the table of the house, kept by reading every import."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOMAIN = {"registry.model", "registry.errors"}
MAY = {
    "registry.errors": set(),
    "registry.config": {"registry.errors"},
    "registry.model": {"registry.errors"},
    "registry.steps": DOMAIN,
    "registry.store": DOMAIN,
    "registry.store.migrations": DOMAIN | {"registry.config", "registry.store"},
    "registry.fetch": {"registry.config", "registry.errors"},
    "registry.client": {"registry", "registry.errors"},
    "registry.sandbox": DOMAIN | {"registry.config", "registry.steps"},
    "registry.actions": DOMAIN | {"registry", "registry.steps", "registry.store", "registry.fetch", "registry.sandbox"},
    "registry.cli": DOMAIN
    | {
        "registry",
        "registry.actions",
        "registry.steps",
        "registry.store",
        "registry.config",
        "registry.fetch",
        "registry.client",
        "registry.sandbox",
    },
    "registry.__main__": {"registry.cli"},
    "api": DOMAIN | {"registry", "registry.actions", "registry.steps", "registry.store", "registry.config"},
    "web": {"api", "registry", "registry.actions", "registry.model", "registry.config", "registry.errors"},
    "seeds": DOMAIN | {"registry.actions", "registry.steps", "registry.store", "registry.config"},
}
SQL = {"sqlalchemy", "sqlmodel", "alembic", "sqlite3", "psycopg"}


def layer(module: str) -> str:
    """The longest name of the table that a module stands under."""
    names = [name for name in (*MAY, "registry") if module == name or module.startswith(name + ".")]
    return max(names, key=len, default="")


def modules() -> Iterator[tuple[str, Path]]:
    for top in ("registry", "api", "web", "seeds"):
        for file in sorted((ROOT / top).rglob("*.py")):
            parts = file.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), file


def imports(name: str, file: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports relatively; name the module in full"
            base = node.module or ""
            yield from (f"{base}.{alias.name}" if is_module(f"{base}.{alias.name}") else base for alias in node.names)


def is_module(name: str) -> bool:
    path = ROOT / name.replace(".", "/")
    return path.is_dir() or path.with_suffix(".py").is_file()


@pytest.mark.parametrize(("name", "file"), list(modules()), ids=lambda value: value if isinstance(value, str) else "")
def test_a_module_imports_only_what_its_layer_may(name, file):
    own = layer(name)
    allowed = MAY.get(own, set()) | {own}
    allowed |= {"registry.store.migrations"} if "registry.store" in allowed else set()
    wrong = {found for found in imports(name, file) if layer(found) and layer(found) not in allowed}
    assert not wrong, f"{name} ({own}) must not import {sorted(wrong)}"


def test_only_the_store_speaks_sql():
    speakers = {
        name
        for name, file in modules()
        if any(found.partition(".")[0] in SQL for found in imports(name, file))
        and not name.startswith("registry.store")
    }
    assert speakers == set()


def test_only_the_fetcher_and_the_client_reach_out():
    reaching = {
        name for name, file in modules() if any(found.partition(".")[0] == "httpx" for found in imports(name, file))
    }
    assert all(layer(name) in ("registry.fetch", "registry.client") for name in reaching), reaching
