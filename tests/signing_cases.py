"""Makes files out of one of ours: signed, signed twice, with proofs, falsified in several ways.

usage: signing_cases.py OURS KEYS FOLDER   (KEYS: where signing.py left own.pem, key.pem and root.pem)
"""
import io, sys
from pathlib import Path

import pymupdf
from pyhanko.keys import load_cert_from_pemder, load_private_key_from_pemder
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator.registry import SimpleCertificateStore

source, keys, target = map(Path, sys.argv[1:4])
own = load_cert_from_pemder(str(keys / "own.pem"))
store = SimpleCertificateStore()
store.register(load_cert_from_pemder(str(keys / "root.pem")))
signer = signers.SimpleSigner(signing_cert=own, signing_key=load_private_key_from_pemder(str(keys / "key.pem"), passphrase=None), cert_registry=store)
ours = source.read_bytes()


def sign(content, field, change=None, visible=False, place=None):
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    if change:
        change(writer)
    box, page = place or ((60, 60, 200, 120), 0)
    spec = fields.SigFieldSpec(field, box=box, on_page=page) if visible or place else None
    return signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name=field), signer=signer, new_field_spec=spec).getvalue()


def proofs(content):
    out = io.BytesIO(content)
    writer = IncrementalPdfFileWriter(out)
    store = DocumentSecurityStore(writer, certs={own.issuer_serial: writer.add_object(generic.StreamObject(stream_data=own.dump()))})
    writer.root["/DSS"] = writer.add_object(store.as_pdf_object())
    writer.update_root()
    writer.write_in_place()
    return out.getvalue()


def painted(content):
    path = target / "painted-over.pdf"
    path.write_bytes(content)
    file = pymupdf.open(path)
    page = file[0]
    page.draw_rect(pymupdf.Rect(100, 300, 200, 320), color=(1, 1, 1), fill=(1, 1, 1))
    page.insert_text((100, 315), "99")
    file.saveIncr()
    file.close()
    return path.read_bytes()


def paints(writer):
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    stream = writer.add_object(generic.StreamObject(stream_data=b"1 g 100 500 100 20 re f"))
    old = page.raw_get("/Contents")
    page["/Contents"] = generic.ArrayObject([old, stream])
    writer.update_container(page)


def notes(writer):
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    shown = writer.add_object(generic.StreamObject(
        {pdf_name("/Type"): pdf_name("/XObject"), pdf_name("/Subtype"): pdf_name("/Form"), pdf_name("/BBox"): generic.ArrayObject(map(generic.NumberObject, [0, 0, 99, 20]))},
        stream_data=b"1 g 0 0 99 20 re f"))
    note = writer.add_object(generic.DictionaryObject({
        pdf_name("/Type"): pdf_name("/Annot"), pdf_name("/Subtype"): pdf_name("/Stamp"),
        pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, [100, 500, 199, 520])),
        pdf_name("/AP"): generic.DictionaryObject({pdf_name("/N"): shown})}))
    page["/Annots"] = generic.ArrayObject([*(page["/Annots"] if "/Annots" in page else []), note])
    writer.update_container(page)


def room(content):
    """The room for the signature, a hand wider than it is, and its page."""
    file = pymupdf.open(stream=content)
    at, page = next((widget.rect, page) for page in file for widget in page.widgets())
    high = page.rect.height
    return (int(at.x0) - 20, int(high - at.y1) - 10, int(at.x1), int(high - at.y0) + 10), page.number


once = sign(ours, "MotChuKy")
twice = sign(once, "HaiChuKy", visible=True)
cases = {
    "signed": once,
    "signed-visible": sign(ours, "Hien", visible=True),
    "signed-over-text": sign(ours, "De", place=((85, 420, 560, 500), 0)),
    "signed-over-room": sign(ours, "Trong", place=room(ours)),
    "signed-twice": twice,
    "signed-proofs": proofs(twice),
    "signed-proofs-signed": sign(proofs(once), "SauDSS"),
    "changed-page-signed": sign(ours, "Sua", paints),
    "changed-note-signed": sign(ours, "Dan", notes),
    "changed-between-signed": sign(once, "Giua", paints),
    "more-painted": painted(ours),
    "more-signed-painted": painted(once),
    "more-line": ours + b"\n",
    "more-signed-line": once + b"\n",
    "changed-painted-signed": sign(painted(ours), "SauKhiSua"),
}
for name, content in cases.items():
    (target / f"{name}.pdf").write_bytes(content)
