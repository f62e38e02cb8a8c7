# Judges documents, one a line in base64, as expat with namespaces does: "yes", or "no" and the reason. A document type
# is refused, as IIS does.
import base64
import pyexpat
import sys


def refuse(*_):
    raise ValueError("document type")


for line in sys.stdin:
    parser = pyexpat.ParserCreate(namespace_separator="")
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(base64.b64decode(line), True)
        print("yes")
    except Exception as error:
        print("no", error)
