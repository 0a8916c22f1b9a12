"""The bill of materials: what is installed of a lock file, with its licences, as CycloneDX.

`python requirements/inventory.py requirements/runtime.txt`, with the interpreter of the environment that it is about.
"""

import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

# Under these a library may be used unchanged by a program under another licence. SPDX names, and those of classifiers.
_USABLE = {"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "LGPL-3.0-only"}
_USABLE |= {"MIT", "MIT-0", "MIT-CMU", "MPL-2.0", "PSF-2.0", "Zlib", "Apache Software License", "BSD License"}
_USABLE |= {"ISC License (ISCL)", "MIT License", "Mozilla Public License 2.0 (MPL 2.0)"}
_USABLE |= {"Python Software Foundation License"}


def main(lock: Path) -> int:
    """Print it; return 1 and name on standard error what is under a licence that nobody has looked at."""
    found = [(metadata(name), licence_of(metadata(name))) for name in installed(lock.read_text(encoding="utf-8"))]
    components = [component(package, licence) for package, licence in found]
    sbom = {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "components": components}
    sys.stdout.write(json.dumps(sbom, indent=1) + "\n")
    unknown = [f"{package['Name']}: {licence}\n" for package, licence in found if not is_usable(licence)]
    sys.stderr.writelines(unknown)
    return 1 if unknown else 0


def installed(lock: str) -> Iterator[str]:
    """Yield the names in a lock file, but for what is meant for other systems and is not here."""
    for name, marker in re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==[^\s;]+( ;)?", lock, re.MULTILINE):
        try:
            metadata(name)
        except PackageNotFoundError:
            if not marker:
                raise
        else:
            yield name


def licence_of(package: PackageMetadata) -> str:
    """Return what a package says of its licence, as an expression or by its classifiers."""
    classifiers = [each for each in package.get_all("Classifier") or () if each.startswith("License :: ")]
    named = " AND ".join(each.rpartition(" :: ")[2] for each in classifiers)
    return package.get("License-Expression") or named or package.get("License") or "none"


def is_usable(licence: str) -> bool:
    """Say whether one of the choices is all of known licences."""
    return any(_USABLE.issuperset(choice.split(" AND ")) for choice in licence.split(" OR "))


def component(package: PackageMetadata, licence: str) -> dict[str, object]:
    """Return a package as CycloneDX names it."""
    name, version = package["Name"], package["Version"]
    normal = re.sub(r"[-_.]+", "-", name).lower()
    purl = f"pkg:pypi/{normal}@{version}"
    licences = [{"license": {"name": licence}}]
    return {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl, "licenses": licences}


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
