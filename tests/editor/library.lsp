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
| contract demo "Demo" { term 2027-01-01 to 2027-12-31; currency USD; time zone "UTC"; treat waiver-unused as off }
demo.proviso is clean

> define "waiver-un|used"
- waiver-unused.proviso 1:6-1:19

> send {"jsonrpc":"2.0","id":3,"method":"proviso/text","params":{"uri":"proviso:/any/waivers/waiver-unused.proviso"}}
rule waiver-unused "A waiver that nothing needs" {
  severity  warning
  kind      draft
  for       v in waivers where not v.expired
  when      not v.used
  report    "the waiver of {v.rule} by {v.owner} accepts nothing that is found"
  at        v.rule "accepted here"
  fix       "take it out"
  because   "A waiver that meets no finding hides the next one."
  source    "The contract's waiver"
}

test "what it accepts does not happen" {
  contract waived "Waived" {
    term      2027-01-01 to 2027-12-31
    currency  USD
    sku pool "Logins" {
      license   customer-community
      sold as   logins
      quantity  1_000 per month
      price     2.00 per login
      overage   2.50 per login, measured monthly
    }
    waive overage-undeclared for pool until 2027-03-31 by "legal" because "in negotiation"
  }
  as of 2027-01-01
  expect waiver-unused for overage-undeclared
}

test "what it accepts happens" {
  contract waived "Waived" {
    term      2027-01-01 to 2027-12-31
    currency  USD
    sku pool "Logins" {
      license   customer-community
      sold as   logins
      quantity  1_000 per month
      price     2.00 per login
    }
    waive overage-undeclared for pool until 2027-03-31 by "legal" because "in negotiation"
  }
  as of 2027-01-01
  expect no waiver-unused
}


> send {"jsonrpc":"2.0","id":4,"method":"proviso/text","params":{"uri":"proviso:/rules/none.proviso"}}
error -32803: 'proviso:/rules/none.proviso' is no file of proviso

> send {"jsonrpc":"2.0","id":5,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///none"},"position":{"line":0,"character":0}}}
error -32803: 'file:///none' is not open

> send {"jsonrpc":"2.0","id":6,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///none"}}}
error -32803: 'file:///none' is not open

> send {"jsonrpc":"2.0","id":7,"method":"textDocument/hover","params":[]}
error -32602: wrong parameters for 'textDocument/hover': cannot use at() with array
= 1
