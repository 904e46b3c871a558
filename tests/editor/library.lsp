# An editor that can ask for the files that the program carries is led into them.

> send {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"initializationOptions":{"virtualFiles":true}}}
capabilities:
  codeActionProvider:
    codeActionKinds:
      - quickfix
  codeLensProvider: {}
  completionProvider:
    triggerCharacters:
      -  
      - "
      - .
  definitionProvider: true
  documentFormattingProvider: true
  documentSymbolProvider: true
  hoverProvider: true
  positionEncoding: utf-16
  referencesProvider: true
  renameProvider:
    prepareProvider: true
  textDocumentSync:
    change: 2
    openClose: true
    save: true
serverInfo:
  name: proviso
  version: 0

> open demo.proviso
| contract demo "Demo" { term 2027-01-01 to 2027-12-31; currency USD; time zone "UTC"; treat quiet as off }
demo.proviso is clean

> define "treat qui|et"
- quiet.proviso 1:6-1:11

> send {"jsonrpc":"2.0","id":3,"method":"proviso/text","params":{"uri":"proviso:/any/quiet.proviso"}}
rule quiet "Nothing to say" { severity info; when 1 == 2; report "?" }


> send {"jsonrpc":"2.0","id":4,"method":"proviso/text","params":{"uri":"proviso:/rules/none.proviso"}}
error -32803: 'proviso:/rules/none.proviso' is no file of proviso

> send {"jsonrpc":"2.0","id":5,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///none"},"position":{"line":0,"character":0}}}
error -32803: 'file:///none' is not open

> send {"jsonrpc":"2.0","id":6,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///none"}}}
error -32803: 'file:///none' is not open

> send {"jsonrpc":"2.0","id":7,"method":"textDocument/hover","params":[]}
error -32602: wrong parameters for 'textDocument/hover': cannot use at() with array
= 1
