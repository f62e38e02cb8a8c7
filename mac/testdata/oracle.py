"""Recomputes every vector with Python's hashlib and hmac, by each of its stages.

Usage: oracle.py FILE ...; prints what differs and ends with the number of files.
"""
import hashlib
import hmac
import sys

TEN = ("url sender customerId timestamp language organisationId transactionId "
       "timestampUnix customerKey partnerKey").split()


def read(path):
    with open(path, encoding="utf-8", newline="\n") as lines:
        pairs = (line.rstrip("\n").partition(":") for line in lines)
        return {name: text.removeprefix(" ") for name, _, text in pairs}


def stages(vector):
    keyed = vector["algorithm"] == "HMACSHA256"
    names = [name for name in TEN if keyed or name != "timestampUnix"]
    string = "&".join(vector[name] for name in names)
    key = vector["customerKey"] + "&" + vector["partnerKey"]
    found = {"string": string}
    try:
        data = string.encode(vector["charset"])
    except UnicodeEncodeError as error:
        name = next(n for n in names if string[error.start] in vector[n])
        character = string[error.start]
        return {"error": f"{name} {vector[name].index(character) + 1} {character}"}
    found["bytes"] = data.hex()
    if keyed:
        found["key"] = key
        found["mac"] = hmac.new(key.encode(vector["charset"]), data, hashlib.sha256).hexdigest()
    else:
        found["mac"] = hashlib.sha256(data).hexdigest()
    return found


def main(paths):
    wrong = 0
    for path in paths:
        vector = read(path)
        for stage, want in stages(vector).items():
            if vector.get(stage) != want:
                print(f"{path}: {stage}: have {vector.get(stage)!r}, want {want!r}")
                wrong += 1
    print(f"{len(paths)} vectors, {wrong} differ")
    return wrong > 0


sys.exit(main(sys.argv[1:]))
