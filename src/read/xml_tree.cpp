// SPDX-License-Identifier: Apache-2.0
#include "read/xml_tree.h"

#include <expat.h>
#include <fmt/format.h>

#include <cstring>
#include <memory>

#include "read/html_blocks.h"

namespace masudi::read {
namespace {

constexpr std::size_t kDeepest = 100;
constexpr std::size_t kMostNodes = 500'000;
constexpr int kMostEntities = 300;

struct Free {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free>;

class Builder {
 public:
  explicit Builder(XML_Parser parser) : parser_(parser) {
    open_.emplace_back();
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, &on_start, &on_end);
    XML_SetCharacterDataHandler(parser, &on_text);
    XML_SetEntityDeclHandler(parser, &on_entity);
    XML_SetSkippedEntityHandler(parser, &on_skipped);
    // Entities that nobody declared are handed to on_skipped instead of being an error.
    XML_UseForeignDTD(parser, XML_TRUE);
    XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE);
    XML_SetExternalEntityRefHandler(parser, &on_external);
  }

  const std::string& refusal() const { return refusal_; }
  // The document, with all elements that are still open closed; an empty node where none was begun.
  XmlNode finish() {
    while (open_.size() > 1) close();
    for (XmlNode& child : open_.front().children) {
      if (!child.is_text()) return std::move(child);
    }
    return {};
  }

 private:
  static Builder& self(void* data) { return *static_cast<Builder*>(data); }
  static void on_start(void* data, const char* name, const char** attributes) { self(data).start(name, attributes); }
  static void on_end(void* data, const char*) { self(data).close(); }
  static void on_text(void* data, const char* text, int size) {
    self(data).text({text, static_cast<std::size_t>(size)});
  }
  static void on_entity(void* data, const char*, int is_parameter, const char* value, int size, const char*,
                        const char*, const char*, const char*) {
    self(data).entity(is_parameter != 0, {value != nullptr ? value : "", static_cast<std::size_t>(size)});
  }
  static void on_skipped(void* data, const char* name, int is_parameter) {
    if (is_parameter == 0) self(data).text(html_text(fmt::format("&{};", name)));
  }
  // Nothing outside the document is ever read: whatever it refers to is taken as empty.
  static int on_external(XML_Parser parser, const char* context, const char*, const char*, const char*) {
    const Parser empty(XML_ExternalEntityParserCreate(parser, context, nullptr));
    return empty != nullptr ? static_cast<int>(XML_Parse(empty.get(), "", 0, XML_TRUE)) : XML_STATUS_ERROR;
  }

  void refuse(std::string why) {
    if (!refusal_.empty()) return;
    refusal_ = std::move(why);
    XML_StopParser(parser_, XML_FALSE);
  }

  void entity(bool is_parameter, std::string_view value) {
    constexpr std::size_t kLongest = 100;
    const bool is_harmless = !is_parameter && value.size() <= kLongest && value.find('&') == std::string_view::npos;
    if (!is_harmless || ++entities_ > kMostEntities) refuse("it declares entities that could blow it up");
  }

  void start(const char* name, const char** attributes) {
    if (++nodes_ > kMostNodes || open_.size() > kDeepest) return refuse("it is deeper or richer than any feed");
    XmlNode node;
    node.name = name;
    for (; *attributes != nullptr; attributes += 2) node.attributes.emplace_back(attributes[0], attributes[1]);
    open_.push_back(std::move(node));
  }

  void close() {
    XmlNode node = std::move(open_.back());
    open_.pop_back();
    open_.back().children.push_back(std::move(node));
  }

  void text(std::string_view piece) {
    auto& children = open_.back().children;
    if (children.empty() || !children.back().is_text()) {
      if (++nodes_ > kMostNodes) return refuse("it is deeper or richer than any feed");
      children.emplace_back();
    }
    children.back().text += piece;
  }

  XML_Parser parser_;
  std::vector<XmlNode> open_;  // from the outside in; the first stands for the document
  std::size_t nodes_ = 0;
  int entities_ = 0;
  std::string refusal_;
};

Result<XmlTree> parse_once(const std::string& utf8) {
  const Parser parser(XML_ParserCreate("UTF-8"));
  if (parser == nullptr) return fail("there is not enough memory");
  Builder builder(parser.get());
  const auto status = XML_Parse(parser.get(), utf8.data(), static_cast<int>(utf8.size()), XML_TRUE);
  if (!builder.refusal().empty()) return fail(builder.refusal());
  XmlTree out{builder.finish(), {}};
  if (status == XML_STATUS_ERROR) {
    out.problem = fmt::format("its XML is broken at line {}: {}", XML_GetCurrentLineNumber(parser.get()),
                              XML_ErrorString(XML_GetErrorCode(parser.get())));
  }
  if (out.root.is_text()) return fail(out.problem);
  return out;
}

bool is_entity(std::string_view text) {
  std::size_t at = 1;
  if (text.substr(1).starts_with('#')) ++at;
  const std::size_t first = at;
  while (at < text.size() && at < 32 && std::isalnum(static_cast<unsigned char>(text[at])) != 0) ++at;
  return at > first && at < text.size() && text[at] == ';';
}

// Escapes "&" where it stands for itself, and leaves out characters that XML has not.
std::string mended(std::string_view xml) {
  std::string out;
  out.reserve(xml.size());
  bool in_cdata = false;
  for (std::size_t at = 0; at < xml.size(); ++at) {
    const auto c = static_cast<unsigned char>(xml[at]);
    const std::string_view rest = xml.substr(at);
    if (rest.starts_with("<![CDATA[")) in_cdata = true;
    if (rest.starts_with("]]>")) in_cdata = false;
    if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') continue;
    out += xml[at];
    if (c == '&' && !in_cdata && !is_entity(rest)) out += "amp;";
  }
  return out;
}

void escape(std::string_view text, std::string& out) {
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
}

void add_text(const XmlNode& node, std::string& out) {
  out += node.text;
  for (const XmlNode& child : node.children) add_text(child, out);
}

void add_markup(const XmlNode& node, std::string& out) {
  if (node.is_text()) return escape(node.text, out);
  fmt::format_to(std::back_inserter(out), "<{}", node.local_name());
  for (const auto& [name, value] : node.attributes) {
    fmt::format_to(std::back_inserter(out), " {}=\"", name);
    escape(value, out);
    out += '"';
  }
  out += '>';
  for (const XmlNode& child : node.children) add_markup(child, out);
  if (!node.children.empty() || node.local_name() == "p") {
    fmt::format_to(std::back_inserter(out), "</{}>", node.local_name());
  }
}

}  // namespace

std::string_view XmlNode::prefix() const {
  const std::size_t colon = name.find(':');
  return colon == std::string::npos ? std::string_view() : std::string_view(name).substr(0, colon);
}

std::string_view XmlNode::local_name() const {
  const std::size_t colon = name.find(':');
  return colon == std::string::npos ? std::string_view(name) : std::string_view(name).substr(colon + 1);
}

std::string_view XmlNode::attribute(std::string_view wanted) const {
  for (const auto& [key, value] : attributes) {
    if (key == wanted) return value;
  }
  return {};
}

std::string XmlNode::all_text() const {
  std::string out;
  add_text(*this, out);
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = out.find_first_not_of(kBlanks);
  if (first == std::string::npos) return {};
  return out.substr(first, out.find_last_not_of(kBlanks) - first + 1);
}

std::string XmlNode::inner_markup() const {
  std::string out;
  for (const XmlNode& child : children) add_markup(child, out);
  return out;
}

Result<XmlTree> parse_xml(const std::string& utf8) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = utf8.find_first_not_of(kBlanks);  // blanks before <?xml are an error to expat
  if (first == std::string::npos) return fail("it is empty");
  auto tree = parse_once(first == 0 ? utf8 : utf8.substr(first));
  if (tree && tree->problem.empty()) return tree;
  if (!tree && tree.error().message.find("broken") == std::string::npos) return tree;
  const std::string better = mended(std::string_view(utf8).substr(first));
  if (better.size() == utf8.size() - first) return tree;
  auto again = parse_once(better);
  return again ? again : tree;
}

}  // namespace masudi::read
