"""Signs a PDF with a certificate of its own making, and validates it against its own root.

usage: signing.py IN OUT FIELD   (an empty field of that name is filled; else one is added)
"""
import datetime, io, sys
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from pyhanko.keys import load_cert_from_pemder, load_private_key_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore
from pathlib import Path

source, target, field = sys.argv[1:4]
now = datetime.datetime.now(datetime.timezone.utc)
day = datetime.timedelta(days=1)


def certificate(name, issuer, key, signed_by, authority):
    called = lambda words: x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, words)])
    made = x509.CertificateBuilder().subject_name(called(name)).issuer_name(called(issuer)).public_key(key.public_key())
    made = made.serial_number(x509.random_serial_number()).not_valid_before(now - day).not_valid_after(now + 30 * day)
    made = made.add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
    use = dict.fromkeys(
        ["key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"], False
    ) | {"digital_signature": not authority, "content_commitment": not authority, "key_cert_sign": authority, "crl_sign": authority}
    made = made.add_extension(x509.KeyUsage(**use), critical=True)
    made = made.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    made = made.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signed_by.public_key()), critical=False)
    return made.sign(signed_by, hashes.SHA256())


def kept(name, content):
    path = Path(target).with_name(name)
    path.write_bytes(content)
    return str(path)


root_key, key = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
pem = serialization.Encoding.PEM
root = certificate("Gốc thử nghiệm", "Gốc thử nghiệm", root_key, root_key, True)
own = certificate("Trần Minh Khang", "Gốc thử nghiệm", key, root_key, False)
root = load_cert_from_pemder(kept("root.pem", root.public_bytes(pem)))
own = load_cert_from_pemder(kept("own.pem", own.public_bytes(pem)))
plain = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
secret = load_private_key_from_pemder(kept("key.pem", plain), passphrase=None)
store = SimpleCertificateStore()
store.register(root)
signer = signers.SimpleSigner(signing_cert=own, signing_key=secret, cert_registry=store)

content = Path(source).read_bytes()
before = [name for name, *_ in fields.enumerate_sig_fields(PdfFileReader(io.BytesIO(content)))]
print("fields before:", before)
with open(target, "wb") as out:
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name=field), signer=signer, output=out)

signatures = PdfFileReader(open(target, "rb")).embedded_signatures
print("signatures:", len(signatures))
status = validate_pdf_signature(signatures[0], ValidationContext(trust_roots=[root], allow_fetching=False))
print("intact:", status.intact, "\nvalid:", status.valid, "\ntrusted:", status.trusted, "\ncoverage:", status.coverage.name)
print("bottom line:", status.bottom_line)
sys.exit(0 if status.bottom_line else 1)
