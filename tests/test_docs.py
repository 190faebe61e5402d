"""The documents are true: every setting, verb, route and exporter is described, and no file names a machine."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from registry.cli import parser
from registry.config import Settings
from registry.steps.export import EXPORTERS

ROOT = Path(__file__).resolve().parents[1]
MODEL = ROOT / "registry" / "steps" / "parse" / "model"
MACHINE = re.compile("|".join(("/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "--index" + "-url", "--find" + "-links")))
WHOLE = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def prose(*names: str) -> str:
    return "\n".join((ROOT / name).read_text(encoding="utf-8") for name in names)


def tracked() -> Iterator[Path]:
    """Every file of the project that is text."""
    done = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    for name in done.stdout.splitlines():
        file = ROOT / name
        if file.is_file() and MODEL not in file.parents and file.suffix not in {".png", ".pdf", ".docx", ".sqlite"}:
            yield file


def verbs() -> list[str]:
    actions = parser()._subparsers._group_actions
    return sorted(actions[0].choices)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", sorted(set(re.findall(r"CLAIMS_[A-Z_]+", prose("registry/config.py")))))
def test_every_setting_is_in_the_operating_guide(name):
    assert f"`{name}`" in prose("docs/operating.md")


@pytest.mark.parametrize("verb", verbs())
def test_every_verb_is_in_the_guide(verb):
    assert re.search(rf"\bclaims {verb}\b", prose("docs/guide.md", "docs/operating.md"))


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_every_exporter_is_in_the_guide_and_explains_itself(name):
    assert f"`{name}`" in prose("docs/guide.md")
    assert EXPORTERS[name].__doc__


def test_every_route_of_the_api_is_in_its_guide():
    from api.app import create_app

    guide = prose("docs/api.md")
    paths = [path for path in create_app(Settings()).openapi()["paths"] if path.startswith("/v1/")]
    assert paths
    assert [path for path in paths if not described(path, guide)] == []


def described(path: str, guide: str) -> bool:
    """Whether a path is written out, or its last part stands beside the path that it hangs on."""
    parent, _, tail = path.rpartition("/")
    return path in guide or any(parent in line and f"`/{tail}`" in line for line in guide.splitlines())


@pytest.mark.parametrize("folder", ["registry/steps/check", "registry/steps/export", "registry/steps/match"])
def test_every_public_function_of_the_rules_and_exporters_has_a_docstring(folder):
    bare = [f"{file.name}: {node.name}" for file in (ROOT / folder).glob("*.py") for node in undocumented(file)]
    assert bare == []


def undocumented(file: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and not ast.get_docstring(node):
            yield node


def test_every_module_says_what_it_is():
    files = [file for top in ("registry", "api", "web", "seeds") for file in (ROOT / top).rglob("*.py")]
    silent = [str(file.relative_to(ROOT)) for file in files if "versions" not in file.parts]
    silent = [name for name in silent if not ast.get_docstring(ast.parse((ROOT / name).read_text(encoding="utf-8")))]
    assert silent == []


def test_no_file_names_a_machine_or_an_index():
    found = [str(file.relative_to(ROOT)) for file in tracked() if MACHINE.search(read(file))]
    assert found == []


def read(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize("file", WHOLE, ids=lambda file: file.name)
def test_every_link_within_the_project_leads_somewhere(file):
    links = re.findall(r"\]\(((?!https?:|#|mailto:)[^)#]+)", read(file))
    assert [link for link in links if not (file.parent / link).exists()] == []


def test_the_lock_files_give_a_hash_for_every_package_and_no_address():
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = prose(name)
        packages = re.findall(r"^[a-z0-9].*==", text, re.MULTILINE)
        assert len(packages) > 20
        assert "://" not in text
        assert all("--hash=sha256:" in block for block in re.split(r"(?m)^(?=[a-z0-9])", text) if "==" in block)


def test_the_model_is_small_and_names_its_sources():
    size = sum(file.stat().st_size for file in MODEL.rglob("*") if file.is_file())
    assert 1_000_000 < size <= 15 * 1024 * 1024
    notice = read(MODEL / "NOTICE")
    assert "UD_English-EWT" in notice
    assert "UD_English-GUM" in notice


@pytest.mark.parametrize(
    "folder",
    [
        *("actions", "actions/facts", "actions/filing", "actions/held"),
        *("steps", "steps/check", "steps/match", "store"),
    ],
)
def test_the_map_of_a_room_names_every_module(folder):
    room = ROOT / "registry" / folder
    told = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8"))) or ""
    names = [file.stem for file in room.glob("*.py")] + [each.parent.name for each in room.glob("*/__init__.py")]
    assert [name for name in names if name != "__init__" and not re.search(rf"\b{name}\b", told)] == []
