#include "editor/server.hpp"

#include "editor/protocol.hpp"
#include "editor/refused.hpp"
#include "editor/requests.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <istream>
#include <ostream>

namespace proviso::editor {
namespace {

enum class failure { // by the numbers of the protocol
  parse = -32700,
  invalid_request = -32600,
  no_such_method = -32601,
  invalid_params = -32602,
  internal = -32603,
  not_initialized = -32002,
  request_failed = -32803,
};

struct failed {
  failure code;
  std::string message;
};

class server {
public:
  server(settings by, std::ostream& out) : session_{workspace(std::move(by))}, out_(out) {}

  int run(std::istream& in);

private:
  enum class state { fresh, initialized, shut_down, exited };

  void receive(const std::string& text);
  void receive(const json& message);
  void answer(const json& id, const std::string& method, const json& params);
  [[nodiscard]] json result_of(const std::string& method, const json& params);
  [[nodiscard]] json initialize(const json& params);
  void note(const std::string& method, const json& params);
  void take(const std::string& method, const json& params);
  void close(const json& params);
  void publish(const std::vector<std::string>& uris);
  void send(json message);
  void send_error(const json& id, const failed& why);
  void log(const std::string& text);

  session session_;
  std::ostream& out_;
  state state_ = state::fresh;
  bool ends_well_ = false;
};

int server::run(std::istream& in) {
  message_reader reader(in);
  while (state_ != state::exited) {
    const auto frame = reader.next();
    if (frame.is == frame::kind::end)
      break;
    if (frame.is == frame::kind::broken)
      send_error(nullptr, {failure::parse, frame.text});
    else
      receive(frame.text);
  }
  return ends_well_ ? 0 : 1;
}

// ---- messages

void server::receive(const std::string& text) {
  if (nests_too_deep(text))
    return send_error(nullptr, {failure::parse, "the message nests too deep"});
  const auto message = json::parse(text, nullptr, false);
  if (message.is_discarded())
    return send_error(nullptr, {failure::parse, "the message is not JSON"});
  receive(message);
}

// Without the library's own mark: "[json.exception.out_of_range.403] key 'text' not found"
std::string_view reason(const std::exception& error) {
  const std::string_view what = error.what();
  const auto mark = what.starts_with('[') ? what.find("] ") : std::string_view::npos;
  return mark == std::string_view::npos ? what : what.substr(mark + 2);
}

bool is_id(const json& value) {
  return value.is_string() || value.is_number_integer();
}

void server::receive(const json& message) {
  static const json none = json::object();
  if (!message.is_object())
    return send_error(nullptr, {failure::invalid_request, "a message must be an object"});
  const auto method = message.find("method");
  const auto id = message.find("id");
  const auto params = message.find("params");
  if (method == message.end() && id != message.end())
    return; // an answer; the server asks for nothing
  if (method == message.end() || !method->is_string() || (id != message.end() && !is_id(*id)))
    return send_error(nullptr, {failure::invalid_request, "a message needs a method, and a request an id"});
  const auto& given = params == message.end() ? none : *params;
  if (id == message.end())
    note(method->get<std::string>(), given);
  else
    answer(*id, method->get<std::string>(), given);
}

void server::answer(const json& id, const std::string& method, const json& params) {
  try {
    send({{"id", id}, {"result", result_of(method, params)}});
  } catch (const failed& why) {
    send_error(id, why);
  } catch (const refused& why) {
    send_error(id, {failure::request_failed, why.why});
  } catch (const json::exception& error) {
    send_error(id,
               {failure::invalid_params, fmt::format("wrong parameters for '{}': {}", method, reason(error))});
  } catch (const std::exception& error) {
    send_error(id, {failure::internal, fmt::format("internal error in '{}': {}", method, error.what())});
  }
}

json server::result_of(const std::string& method, const json& params) {
  if (state_ == state::shut_down)
    throw failed{failure::invalid_request, fmt::format("'{}' after shutdown: only exit may follow", method)};
  if (state_ == state::fresh && method != "initialize")
    throw failed{failure::not_initialized, fmt::format("'{}' before initialize", method)};
  if (method == "initialize")
    return initialize(params);
  if (method == "shutdown") {
    state_ = state::shut_down;
    return nullptr;
  }
  const auto known = std::ranges::find(requests(), method, &request::method);
  if (known == requests().end())
    throw failed{failure::no_such_method, fmt::format("there is no method '{}'", method)};
  return known->answer(session_, params);
}

json server::initialize(const json& params) {
  if (state_ != state::fresh)
    throw failed{failure::invalid_request, "initialize may come once"};
  if (const auto options = params.find("initializationOptions");
      options != params.end() && options->is_object())
    session_.virtual_files = options->value("virtualFiles", false);
  state_ = state::initialized;
  return {{"capabilities", capabilities()},
          {"serverInfo", {{"name", "proviso"}, {"version", session_.texts.by().version}}}};
}

// ---- notifications

void server::note(const std::string& method, const json& params) {
  if (method == "exit") {
    ends_well_ = state_ == state::shut_down;
    state_ = state::exited;
  } else if (state_ == state::initialized) {
    try {
      take(method, params);
    } catch (const std::exception& error) {
      log(fmt::format("'{}' was not understood: {}", method, reason(error)));
    }
  }
}

std::string uri_of(const json& params) {
  return params.at("textDocument").at("uri").get<std::string>();
}

std::vector<text_change> changes_of(const json& params) {
  std::vector<text_change> result;
  for (const auto& each : params.at("contentChanges"))
    result.push_back(to_change(each));
  return result;
}

// Those that are not named here, such as $/cancelRequest, are ignored as the protocol wants it.
void server::take(const std::string& method, const json& params) {
  auto& texts = session_.texts;
  if (method == "textDocument/didOpen") {
    const auto& document = params.at("textDocument");
    const auto version = document.at("version").get<int>();
    publish(texts.open(uri_of(params), version, document.at("text").get<std::string>()));
  } else if (method == "textDocument/didChange") {
    const auto version = params.at("textDocument").at("version").get<int>();
    publish(texts.change(uri_of(params), version, changes_of(params)));
  } else if (method == "textDocument/didClose") {
    close(params);
  } else if (method == "textDocument/didSave" || method == "workspace/didChangeWatchedFiles") {
    publish(texts.refresh());
  }
}

// ---- to the editor

void server::close(const json& params) {
  const auto uri = uri_of(params);
  publish(session_.texts.close(uri));
  send({{"method", "textDocument/publishDiagnostics"},
        {"params", {{"uri", uri}, {"diagnostics", json::array()}}}});
}

void server::publish(const std::vector<std::string>& uris) {
  for (const auto& uri : uris) {
    const auto& in = *session_.texts.understood(uri);
    send({{"method", "textDocument/publishDiagnostics"},
          {"params",
           {{"uri", uri},
            {"version", session_.texts.find(uri)->version},
            {"diagnostics", to_json(remarks_of(in), session_.places_of(in))}}}});
  }
}

void server::send_error(const json& id, const failed& why) {
  send({{"id", id}, {"error", {{"code", static_cast<int>(why.code)}, {"message", why.message}}}});
}

void server::log(const std::string& text) {
  send({{"method", "window/logMessage"}, {"params", {{"type", 1}, {"message", text}}}});
}

void server::send(json message) {
  message["jsonrpc"] = "2.0";
  write_message(out_, message.dump(-1, ' ', false, json::error_handler_t::replace));
}

} // namespace

int serve(settings by, std::istream& in, std::ostream& out) {
  return server(std::move(by), out).run(in);
}

} // namespace proviso::editor
