# From the first message to the last, and what may not stand between.

> send {"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{}}
error -32002: 'textDocument/hover' before initialize

> send {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{}}

> send {"jsonrpc":"2.0","id":"two","method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}
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

> send {"jsonrpc":"2.0","method":"initialized","params":{}}

> send {"jsonrpc":"2.0","id":3,"method":"initialize","params":{}}
error -32600: initialize may come once

> send {"jsonrpc":"2.0","id":4,"method":"workspace/unheardOf","params":{}}
error -32601: there is no method 'workspace/unheardOf'

> send {"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":4}}

> send {"jsonrpc":"2.0","method":"workspace/unheardOf","params":[]}

> send {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":7}}}
window/logMessage message: 'textDocument/didOpen' was not understood: key 'version' not found
type: 1

> send {"jsonrpc":"2.0","id":5,"result":null}

> send {"jsonrpc":"2.0","id":6,"method":"shutdown"}
null

> send {"jsonrpc":"2.0","id":7,"method":"textDocument/hover","params":{}}
error -32600: 'textDocument/hover' after shutdown: only exit may follow

> send {"jsonrpc":"2.0","method":"exit"}
= 0
