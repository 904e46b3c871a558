#include "editor/transcript.hpp"

#include "editor/positions.hpp"
#include "editor/server.hpp"
#include "editor/shown.hpp"
#include "support/folder.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <sstream>
#include <stdexcept>
#include <streambuf>
#include <vector>

namespace proviso::support {
namespace {

using json = nlohmann::json;

// ---- the file

struct step {
  std::string before;  // comments and blank lines
  std::string command; // without "> "
  std::string text;    // of its lines with a bar
  std::string shape;   // the command and its text as they are written
};

std::vector<step> read_steps(const std::string& transcript) {
  std::vector<step> steps;
  std::istringstream in(transcript);
  std::string comments;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("> ")) {
      steps.push_back({std::exchange(comments, {}), line.substr(2), {}, line + '\n'});
    } else if (line.starts_with("|") && !steps.empty()) {
      steps.back().text += line.substr(std::min<std::size_t>(2, line.size())) + '\n';
      steps.back().shape += line + '\n';
    } else if (line.starts_with("#") || steps.empty()) {
      comments += line + '\n';
    } else if (line.empty()) {
      comments = "\n";
    }
  }
  return steps;
}

// ---- the streams: the server asks for the next message when it has said all about the last one

class dialogue : public std::streambuf {
public:
  using message = std::function<std::string()>; // made when it is asked for; it may be empty

  dialogue(std::vector<message> messages, const std::ostringstream& answers)
      : messages_(std::move(messages)), answers_(answers) {}

  [[nodiscard]] std::string answers_to(std::size_t number) const {
    const auto all = answers_.str();
    const auto begin = ends_.at(number);
    const auto end = number + 1 < ends_.size() ? ends_[number + 1] : all.size();
    return all.substr(begin, end - begin);
  }

private:
  int_type underflow() override {
    if (next_ == messages_.size())
      return traits_type::eof();
    ends_.push_back(answers_.str().size());
    current_ = messages_[next_++]();
    setg(current_.data(), current_.data(), current_.data() + current_.size());
    return current_.empty() ? underflow() : traits_type::to_int_type(current_.front());
  }

  std::vector<message> messages_;
  std::string current_;
  const std::ostringstream& answers_;
  std::size_t next_ = 0;
  std::vector<std::size_t> ends_; // of what was said when each message was asked for
};

std::string framed(const std::string& text) {
  return fmt::format("Content-Length: {}\r\n\r\n{}", text.size(), text);
}

std::vector<json> unframed(std::string_view bytes) {
  std::vector<json> result;
  while (!bytes.empty()) {
    const auto head = bytes.find("\r\n\r\n");
    const auto length = std::stoul(std::string(bytes.substr(16, head - 16)));
    result.push_back(json::parse(bytes.substr(head + 4, length)));
    bytes.remove_prefix(head + 4 + length);
  }
  return result;
}

// ---- commands to messages

class writer {
public:
  explicit writer(std::filesystem::path folder) : folder_(std::move(folder)) {}

  [[nodiscard]] std::string message(const step& of);

private:
  [[nodiscard]] json open(const std::string& name, const std::string& text);
  [[nodiscard]] json edit(const std::string& old, const std::string& fresh);
  [[nodiscard]] json ask(const std::string& method, json params);
  [[nodiscard]] json at_cursor(const std::string& marked) const;
  [[nodiscard]] json range_of(const std::string& stretch) const;
  [[nodiscard]] json position(std::size_t offset) const;
  [[nodiscard]] std::size_t find(const std::string& stretch) const;
  [[nodiscard]] json named(const std::string& command, const std::vector<std::string>& quoted);

  std::filesystem::path folder_;
  std::string uri_;
  std::string text_;
  int version_ = 0;
  int id_ = 1;
};

std::vector<std::string> quoted_parts(const std::string& command) {
  std::vector<std::string> result;
  for (auto begin = command.find('"'); begin != std::string::npos; begin = command.find('"', begin)) {
    std::string part;
    for (++begin; begin < command.size() && command[begin] != '"'; ++begin) {
      if (command[begin] == '\\' && ++begin < command.size() && command[begin] == 'n')
        part += '\n';
      else
        part += command[begin];
    }
    ++begin;
    result.push_back(std::move(part));
  }
  return result;
}

std::string bytes_of(std::string text) {
  for (const auto& [escape, byte] : {std::pair("\\r", "\r"), std::pair("\\n", "\n")})
    for (auto at = text.find(escape); at != std::string::npos; at = text.find(escape, at + 1))
      text.replace(at, 2, byte);
  return text;
}

std::size_t writer::find(const std::string& stretch) const {
  const auto at = text_.find(stretch);
  if (at == std::string::npos)
    throw std::runtime_error(fmt::format("the open text holds no \"{}\"", stretch));
  return at;
}

json writer::position(std::size_t offset) const {
  const base::source source("", text_);
  const auto at = editor::position_of(source, static_cast<std::uint32_t>(offset));
  return {{"line", at.line}, {"character", at.character}};
}

json writer::at_cursor(const std::string& marked) const {
  auto stretch = marked;
  const auto bar = stretch.find('|');
  stretch.erase(std::min(bar, stretch.size()), 1);
  return {{"textDocument", {{"uri", uri_}}}, {"position", position(find(stretch) + bar)}};
}

json writer::range_of(const std::string& stretch) const {
  const auto begin = find(stretch);
  return {{"start", position(begin)}, {"end", position(begin + stretch.size())}};
}

json writer::ask(const std::string& method, json params) {
  return {{"jsonrpc", "2.0"}, {"id", ++id_}, {"method", method}, {"params", std::move(params)}};
}

json writer::open(const std::string& name, const std::string& text) {
  uri_ = "file://" + (folder_ / name).string();
  text_ = text;
  const json document{{"uri", uri_}, {"languageId", "proviso"}, {"version", ++version_}, {"text", text}};
  return {{"method", "textDocument/didOpen"}, {"params", {{"textDocument", document}}}};
}

json writer::edit(const std::string& old, const std::string& fresh) {
  const json change{{"range", range_of(old)}, {"text", fresh}};
  text_.replace(find(old), old.size(), fresh);
  return {{"method", "textDocument/didChange"},
          {"params",
           {{"textDocument", {{"uri", uri_}, {"version", ++version_}}},
            {"contentChanges", json::array({change})}}}};
}

json writer::named(const std::string& command, const std::vector<std::string>& quoted) {
  static const std::map<std::string, std::string> at_cursors{
      {"hover", "textDocument/hover"},           {"complete", "textDocument/completion"},
      {"define", "textDocument/definition"},     {"prepare", "textDocument/prepareRename"},
      {"references", "textDocument/references"}, {"rename", "textDocument/rename"}};
  static const std::map<std::string, std::string> of_texts{{"symbols", "textDocument/documentSymbol"},
                                                           {"lenses", "textDocument/codeLens"},
                                                           {"format", "textDocument/formatting"},
                                                           {"actions", "textDocument/codeAction"}};
  if (const auto method = at_cursors.find(command); method != at_cursors.end()) {
    auto params = at_cursor(quoted.at(0));
    if (command == "rename")
      params["newName"] = quoted.at(1);
    if (command == "references")
      params["context"]["includeDeclaration"] = true;
    return ask(method->second, std::move(params));
  }
  json params{{"textDocument", {{"uri", uri_}}}};
  if (command == "actions")
    params["range"] = range_of(quoted.at(0));
  if (command == "format")
    params["options"] = {{"tabSize", 2}, {"insertSpaces", true}};
  return ask(of_texts.at(command), std::move(params));
}

std::string writer::message(const step& of) {
  const auto command = of.command.substr(0, of.command.find(' '));
  const auto rest = of.command.substr(std::min(command.size() + 1, of.command.size()));
  const auto quoted = quoted_parts(of.command);
  if (command == "file")
    write_file(folder_ / rest, of.text);
  if (command == "file")
    return {};
  if (command == "bytes")
    return bytes_of(rest);
  if (command == "send")
    return framed(rest);
  if (command == "open")
    return framed(open(rest, of.text).dump());
  if (command == "close")
    return framed(
        json{{"method", "textDocument/didClose"}, {"params", {{"textDocument", {{"uri", uri_}}}}}}.dump());
  if (command == "edit")
    return framed(edit(quoted.at(0), quoted.at(1)).dump());
  return framed(named(command, quoted).dump());
}

// ---- what was said

std::string said(const json& message) {
  if (message.contains("error"))
    return fmt::format("error {}: {}\n", message["error"]["code"].dump(),
                       message["error"]["message"].get<std::string>());
  if (message.contains("result"))
    return shown(message["result"]) + '\n';
  const auto& params = message["params"];
  if (message["method"] != "textDocument/publishDiagnostics")
    return fmt::format("{} {}\n", message["method"].get<std::string>(), shown(params));
  const auto name = std::filesystem::path(params["uri"].get<std::string>()).filename().string();
  return params["diagnostics"].empty() ? fmt::format("{} is clean\n", name)
                                       : fmt::format("{}:\n{}\n", name, shown(params["diagnostics"]));
}

// What is left of an answer that would change with every fact or rule that is added.
json chosen(json message, const std::string& command) {
  const auto only = command.find(" only ");
  if (only == std::string::npos || !message.contains("result"))
    return message;
  const auto names = command.substr(only + 5) + ' ';
  json kept = json::array();
  for (const auto& each : message["result"])
    if (names.find(' ' + each["label"].get<std::string>() + ' ') != std::string::npos)
      kept.push_back(each);
  message["result"] = std::move(kept);
  return message;
}

std::string without_folder(std::string text, const std::string& folder) {
  for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder))
    text.replace(at, folder.size(), "$PWD");
  return text;
}

// The catalogue, these rules and one of our own, so that a rule that is added changes no conversation.
constexpr const char* copied[] = {"salesforce",
                                  "draft/login-count-undeclared.proviso",
                                  "draft/overage-undeclared.proviso",
                                  "draft/time-zone-undeclared.proviso",
                                  "draft/uplift-undeclared.proviso",
                                  "pools/login-pool-exceeded.proviso",
                                  "pools/login-pool-tight.proviso",
                                  "waivers/waiver-unused.proviso"};

editor::settings settings(const std::filesystem::path& rules) {
  for (const std::filesystem::path each : copied) {
    std::filesystem::create_directories((rules / each).parent_path());
    std::filesystem::copy("rules" / each, rules / each, std::filesystem::copy_options::recursive);
  }
  write_file(rules / "quiet.proviso",
             "rule quiet \"Nothing to say\" { severity info; when 1 == 2; report \"?\" }\n");
  editor::settings result;
  result.version = "0";
  base::diagnostics faults;
  result.rules = loading::library::of_folder(rules.string(), {}, faults);
  result.today = base::parse_day("2027-03-01");
  return result;
}

} // namespace

std::string replayed(const std::string& transcript) {
  const temporary_folder folder;
  const auto steps = read_steps(transcript);
  writer from(folder.path());
  std::vector<dialogue::message> messages;
  const bool greets = transcript.find("initialize") == std::string::npos;
  if (greets)
    messages.emplace_back(
        [] { return framed(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{}})"); });
  for (const auto& each : steps)
    messages.emplace_back([&from, &each] { return from.message(each); });
  std::ostringstream out;
  dialogue talk(messages, out);
  std::istream in(&talk);
  const int status = editor::serve(settings(folder.path() / "rules"), in, out);
  std::string result;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    result += steps[i].before + steps[i].shape;
    for (const auto& message : unframed(talk.answers_to(i + (greets ? 1 : 0))))
      result += without_folder(said(chosen(message, steps[i].command)), folder.path().string());
  }
  return result + fmt::format("= {}\n", status);
}

} // namespace proviso::support
