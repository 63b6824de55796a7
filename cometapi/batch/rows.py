import csv, io, json
from typing import NamedTuple, Any
BODIES=("openai","anthropic")
class Row(NamedTuple):
    number:int; id:Any; source:bytes; kind:str; data:Any
class Fault(NamedTuple):
    number:int; sentence:str
def kind(path, given=None):
    return given or ("openai" if path.endswith("l") else "text")
def read(path, kind, id_column=None):
    with open(path,'rb') as f:
        for n,line in enumerate(f,1):
            line=line.rstrip(b"\r\n")
            if not line.strip(): continue
            if kind=="text": yield Row(n,None,line,"text",{"text":line.decode()})
            else:
                try: d=json.loads(line)
                except ValueError: yield Fault(n,f"{path}:{n}: not JSON"); continue
                yield Row(n,d.get("custom_id"),line,kind,d)
