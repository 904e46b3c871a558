// Starts `proviso lsp` for every Proviso text, and shows the rules and the catalogue that the program carries.
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function start() {
  const settings = vscode.workspace.getConfiguration("proviso");
  const server = { command: settings.get("command"), args: ["lsp", ...settings.get("options")] };
  return new LanguageClient("proviso", "Proviso", server, {
    documentSelector: [{ language: "proviso" }],
    initializationOptions: { virtualFiles: true },
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher("**/*.{proviso,plan.toml}") },
  });
}

async function activate(context) {
  client = start();
  const files = {
    provideTextDocumentContent: (uri) => client.sendRequest("proviso/text", { uri: uri.toString() }),
  };
  context.subscriptions.push(vscode.workspace.registerTextDocumentContentProvider("proviso", files));
  await client.start();
}

function deactivate() {
  return client?.stop();
}

module.exports = { activate, deactivate };
